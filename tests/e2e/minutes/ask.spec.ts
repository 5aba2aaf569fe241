/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { api } from '../support/api.ts'
import { fr, frCount } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo } from '../support/mail.ts'
import { someone } from '../support/someone.ts'
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

test('a person without an account joins a group on a telephone without scripts', async ({ page, browser }) => {
	const link = await linkTo(accepts.email, 'ask')
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
	await expect(person.getByRole('paragraph').filter({ hasText: accepts.note })).toBeVisible()
	await person.getByRole('textbox', { name: fr('Your name, as you want to be called') }).fill('Quitterie Vient')
	await person.getByRole('button', { name: fr('I accept: I take part in the group') }).click()
	// On to the page of the card, which the link leads to from now on.
	await expect(person).toHaveURL(/\/own\/\w+$/)
	await expect(person.getByRole('heading', { level: 2, name: 'Quitterie Vient' })).toBeVisible()
	await person.goto(link)
	await expect(person.getByRole('button', { name: fr('Leave everything: delete my card') })).toBeVisible()
	const asker = await api(ASKER)
	const { data } = await asker.get(`/groups/${group}/roster`)
	expect(data.find((row: { member: { name: string } }) => row.member.name === 'Quitterie Vient')).toMatchObject({ state: 'active', commitment: accepts.note })
	await asker.dispose()
	await telephone.close()
})

test('a person who refuses is not asked again', async ({ page }) => {
	const link = await linkTo(refuses.email, 'ask')
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

const FACILITATOR = ASKER
const press = (page: Page, text: string) => page.getByRole('button', { name: fr(text), exact: true }).click()
const MINUTES = `COMPTE-RENDU GROUPE 1 : LES SOURCES
Constats
* Les sources tarissent
* Les captages sont oubliés
2 personnes inscrites
Zoé Alric - ZOE
Yann Peyre - YANN

COMPTE-RENDU GROUPE 2 : LES CITERNES
Constats
* Les toits n’ont pas de gouttière
1 personne inscrite
Zoé Alric - ZOE
`

test('groups are made and nothing is sent; then one mail for two groups is read, sent and answered, and the facilitator sees it', async ({ page, browser }) => {
	const zoe = at('zoe')
	const facilitator = await api(FACILITATOR)
	const draftIds = async () => (await facilitator.get('/minutes/drafts')).data.map((draft: { id: number }) => draft.id)
	const draftsBefore = await draftIds()
	await login(page, FACILITATOR)
	await open(page, '/minutes')
	await page.getByLabel(fr('Choose the minutes file, or drop it here'))
		.setInputFiles({ name: `sources-${Date.now()}.txt`, mimeType: 'text/plain', buffer: Buffer.from(MINUTES.replaceAll('ZOE', zoe).replaceAll('YANN', at('yann'))) })
	await expect(page).toHaveURL(/\/minutes\/review\?draft=\d+$/)
	await expect(page.getByText(fr('Saved'), { exact: true })).toBeVisible()

	// Another browser goes on with the draft.
	const elsewhere = await someone(browser, FACILITATOR)
	await open(elsewhere, '/minutes')
	await everyLook(elsewhere, [320])
	await elsewhere.getByRole('link', { name: /^sources-/ }).first().click()
	await expect(elsewhere.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(fr('Review the minutes'))
	await elsewhere.getByRole('button', { name: frCount('Create the group', 2), exact: true }).click()
	await elsewhere.getByRole('button', { name: frCount('Create the group', 2), exact: true }).click()
	await expect(elsewhere.getByText(frCount('%n group created', 2))).toBeVisible()
	await expect(elsewhere.getByRole('heading', { level: 2, name: fr('Invite the people') })).toBeVisible()
	const { id } = (await facilitator.get('/minutes')).data.find(({ title }: { title: string }) => title.startsWith('sources-'))
	const groups: { id: number, title: string }[] = (await facilitator.get(`/minutes/${id}`)).data.groups
	expect(groups).toHaveLength(2)
	for (const group of groups) {
		expect((await facilitator.get(`/groups/${group.id}/asks`)).data).toEqual([])
	}

	// Zoé is in both: one mail, read and with own words; Yann is not to be invited.
	await elsewhere.locator('.invite-person', { hasText: 'Yann Peyre' }).getByText(fr('Do not invite'), { exact: true }).click()
	// What only shows a part of itself is not scrolled away by the focus of a field that nobody sees.
	expect(await elsewhere.locator('#content-vue').evaluate((frame) => frame.scrollTop)).toBe(0)
	await elsewhere.getByLabel(fr('Your own words in the email')).fill('Nous commençons mardi.')
	await press(elsewhere, 'Read the email')
	const mail = elsewhere.locator('.invite-mail__text')
	await expect(mail).toContainText('Zoé Alric')
	await expect(mail).toContainText('Nous commençons mardi.')
	for (const { title } of groups) {
		await expect(mail).toContainText(title)
	}
	await everyLook(elsewhere, [320])
	await elsewhere.getByRole('button', { name: frCount('Send %n invitation', 1), exact: true }).click()
	await expect(elsewhere.locator('.invite-person', { hasText: 'Zoé Alric' })).toContainText(fr('already invited'))
	await expect(elsewhere.getByRole('button', { name: frCount('Send %n invitation', 1), exact: true })).toHaveCount(0)
	await press(elsewhere, 'Finish inviting…')
	await press(elsewhere, 'Finish and delete the addresses')
	await expect(elsewhere.getByText(fr('Inviting is finished: the text and the addresses are deleted.'))).toBeVisible()
	expect(await draftIds()).toEqual(draftsBefore)
	await elsewhere.context().close()

	const link = await linkTo(zoe, 'ask')
	if (link !== null) {
		const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
		const person = await telephone.newPage()
		await person.goto(link)
		const sources = person.getByRole('group', { name: groups[0]!.title })
		await sources.getByRole('radio', { name: fr('Yes, I take part') }).check()
		await sources.getByRole('textbox', { name: fr('How much time') }).fill('2 h par mois')
		await person.getByRole('group', { name: groups[1]!.title }).getByRole('radio', { name: fr('No, not this group') }).check()
		await person.getByRole('textbox', { name: fr('What you seek, if you want to say so: the members of the network can read it') }).fill('Une citerne')
		await person.getByRole('button', { name: fr('Send my answers') }).click()
		await expect(person).toHaveURL(/\/own\/\w+$/)
		await telephone.close()
		await open(page, `/groups/${groups[0]!.id}`)
		await expect(page.getByRole('main').getByText('Zoé Alric').first()).toBeVisible()
		await expect(page.getByRole('main').getByText('2 h par mois').first()).toBeVisible()
	}
	for (const group of groups) {
		for (const { member } of (await facilitator.get(`/groups/${group.id}/roster`)).data) {
			if (member.uid === null) {
				await facilitator.delete(`/members/${member.id}`)
			}
		}
	}
	const { data: { version } } = await facilitator.get(`/minutes/${id}`)
	await facilitator.put(`/minutes/${id}`, { version, state: 'undoing' })
	for (const group of groups) {
		const { data } = await facilitator.get(`/groups/${group.id}`)
		await facilitator.put(`/groups/${group.id}/status`, { version: data.version, status: 'closed' })
		await facilitator.delete(`/groups/${group.id}`)
	}
	await facilitator.delete(`/minutes/${id}`)
	await facilitator.dispose()
})
