/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo } from '../support/mail.ts'
import { removeKept } from '../support/network.ts'
import { expect, test } from '../support/test.ts'

const KEEPER = 'loic-treguer'
const paulette = { name: `Paulette ${Date.now()}`, email: `paulette.${Date.now()}@example.org`, id: 0 }
const APP = '/index.php/apps/reseau'

test.use({ refused: [404] })

test.beforeAll(async () => {
	await removeKept(KEEPER)
	const keeper = await api(KEEPER)
	const { data } = await keeper.post('/members', {
		name: paulette.name,
		contact: { email: paulette.email },
		drives: 'La laine',
		seeks: [{ text: 'Un métier à tisser', terms: [] }],
	})
	paulette.id = data.id
	await keeper.post(`/members/${paulette.id}/consent`, { date: '2026-11-20', how: 'De vive voix' })
	await keeper.put(`/members/${paulette.id}/status`, { status: 'published', version: data.version })
	await keeper.dispose()
})
test.afterAll(() => removeKept(KEEPER))

test('a person without an account has the link of their page sent, corrects their card, gets the letter by it and leaves everything', async ({ page, browser }) => {
	// Without scripts, as on any telephone.
	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
	const person = await telephone.newPage()
	await page.goto(`${APP}/own`)
	await everyLook(page)
	await person.goto(`${APP}/own`)
	await person.getByRole('textbox', { name: fr('Your email address') }).fill(paulette.email.toUpperCase())
	await person.getByRole('button', { name: fr('Send me the link') }).click()
	const link = await linkTo(paulette.email.toUpperCase(), 'own')
	if (link === null) {
		await person.goto(`${APP}/own/unknown`)
		await expect(person.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
		await telephone.close()
		return
	}
	await expect(person.getByRole('heading', { level: 1, name: fr('Check your inbox') })).toBeVisible()

	// An unknown person gets the same page, and another mail.
	await person.goto(`${APP}/own`)
	await person.getByRole('textbox', { name: fr('Your email address') }).fill(`nobody.${Date.now()}@example.org`)
	await person.getByRole('button', { name: fr('Send me the link') }).click()
	await expect(person.getByRole('heading', { level: 1, name: fr('Check your inbox') })).toBeVisible()

	const response = await person.goto(link)
	expect((await response!.body()).length, 'a light page').toBeLessThan(100_000)
	await expect(person.getByText('Un métier à tisser')).toBeVisible()
	await page.goto(link)
	await everyLook(page)

	await person.getByRole('link', { name: fr('Correct my card, and choose who sees what') }).click()
	await page.goto(person.url())
	await everyLook(page)
	await person.getByRole('textbox', { name: fr('What motivates me') }).fill('La laine et le lin')
	await person.getByRole('button', { name: fr('Save') }).click()
	await expect(person.getByRole('alert')).toHaveText(fr('Saved. This is your card now.'))
	const keeper = await api(KEEPER)
	expect((await keeper.get(`/members/${paulette.id}`)).data.drives).toBe('La laine et le lin')

	await person.getByRole('button', { name: fr('I want the letter') }).click()
	await expect(person.getByRole('alert')).toHaveText(fr('You get the letter.'))
	await person.getByRole('button', { name: fr('Leave everything: delete my card') }).click()
	await person.getByRole('button', { name: fr('Yes, delete everything') }).click()
	await expect(person.getByRole('heading', { level: 1 })).toContainText('supprimée')
	expect((await keeper.get(`/members/${paulette.id}`)).status).toBe(404)
	await keeper.dispose()
	await person.goto(link)
	await expect(person.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
	await telephone.close()
})

test('the one click of a mail program stops the letter immediately, without a session', async ({ page, playwright, baseURL }) => {
	const facilitator = await api('romain-vielfaure')
	await facilitator.put('/letter-settings', { open: true })
	const address = `lucette.${Date.now()}@example.org`
	await page.goto(`${APP}/subscribe`)
	await page.getByRole('textbox', { name: fr('Your email address') }).fill(address)
	await page.getByRole('button', { name: fr('Subscribe') }).click()
	const link = await linkTo(address, 'subscribe')
	if (link !== null) {
		await page.goto(link)
		await page.getByRole('button', { name: fr('Yes, I want the letter') }).click()
		const leave = (await page.getByRole('link', { name: fr('Stop the letter') }).getAttribute('href'))!
		const program = await playwright.request.newContext({ baseURL })
		const answer = await program.post(leave, { form: { 'List-Unsubscribe': 'One-Click' } })
		expect(answer.status()).toBe(200)
		await program.dispose()
		await page.goto(leave)
		await expect(page.getByText('l…@example.org')).toBeVisible()
		await expect(page.getByRole('button', { name: fr('It was a mistake: I want the letter') })).toBeVisible()
	}
	await facilitator.put('/letter-settings', { open: false })
	await facilitator.dispose()
})
