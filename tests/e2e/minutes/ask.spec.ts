/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo } from '../support/mail.ts'
import { expect, test } from '../support/test.ts'

const ASKER = 'romain-vielfaure'
/** A refusal stays: each run has addresses of its own. */
const at = (name: string) => `${name}.${Date.now()}@example.org`

test.use({ refused: [404] })

const accepts = { key: 'accepts', name: 'Qui Vient', email: at('vient'), note: 'camion le mardi' }
const refuses = { key: 'refuses', name: 'Qui Refuse', email: at('refuse') }
let group = 0

test.beforeAll(async () => {
	const asker = await api(ASKER)
	group = (await asker.post('/groups', { title: 'Eau de pluie', purpose: 'Garder l’eau là où elle tombe.' })).data.id
	await asker.post(`/groups/${group}/asks`, { people: [accepts, refuses] })
	await asker.dispose()
})
test.afterAll(async () => {
	const asker = await api(ASKER)
	for (const { member } of (await asker.get(`/groups/${group}/roster`)).data) {
		if (member.uid === null) {
			await asker.delete(`/members/${member.id}`)
		}
	}
	await asker.delete(`/groups/${group}`)
	await asker.dispose()
})

test('a person without an account joins a group on a telephone without scripts', async ({ page, browser, request }) => {
	const link = await linkTo(page, request, accepts.email, 'ask')
	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
	const person = await telephone.newPage()
	if (link === null) {
		await person.goto('/index.php/apps/reseau/ask/unknown')
		await expect(person.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
		await telephone.close()
		return
	}
	await page.context().clearCookies()
	await page.goto(link)
	await expect(page.getByText('Garder l’eau là où elle tombe.')).toBeVisible()
	await everyLook(page)

	await person.goto(link)
	await expect(person.getByText(accepts.note)).toBeVisible()
	await person.getByRole('textbox', { name: fr('Your name, as you want to be called') }).fill('Quitterie Vient')
	await person.getByRole('button', { name: fr('I accept: I take part in the group') }).click()
	// On to the page of the card, which the link leads to from now on.
	await expect(person).toHaveURL(/\/consent\/\w+$/)
	await expect(person.getByRole('heading', { level: 2, name: 'Quitterie Vient' })).toBeVisible()
	await person.goto(link)
	await expect(person.getByRole('button', { name: fr('I change my mind: erase this card') })).toBeVisible()
	const asker = await api(ASKER)
	const { data } = await asker.get(`/groups/${group}/roster`)
	expect(data.find((row: { member: { name: string } }) => row.member.name === 'Quitterie Vient')).toMatchObject({ state: 'active', commitment: accepts.note })
	await asker.dispose()
	await telephone.close()
})

test('a person who refuses is not asked again', async ({ page, request }) => {
	const link = await linkTo(page, request, refuses.email, 'ask')
	if (link === null) {
		return
	}
	await page.context().clearCookies()
	await page.goto(link)
	await page.getByRole('button', { name: fr('I refuse: nothing about me is kept') }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 1, name: fr('You refused') })).toBeVisible()
	await everyLook(page)
	await page.goto(link)
	await expect(page.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
	const asker = await api(ASKER)
	expect((await asker.post(`/groups/${group}/asks`, { people: [refuses] })).data.people).toEqual([{ key: 'refuses', outcome: 'refused' }])
	expect((await asker.get(`/groups/${group}/asks`)).data).toEqual([])
	await asker.dispose()
})
