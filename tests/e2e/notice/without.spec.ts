/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo } from '../support/mail.ts'
import { person, removeKept } from '../support/network.ts'
import { notificationsOf } from '../support/notifications.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const AUTHOR = 'berengere-malaterre'
const KEEPER = 'noemie-saint-amans'
const author = person(AUTHOR)
const keeper = person(KEEPER)
const TITLE = `Un métier à tisser, ${Date.now()}`
/** Each run has an address of its own: a refusal of an earlier one stays. */
const ADDRESS = `berthe.${Date.now()}@example.org`
const kept = { name: 'Jeanne Bru', id: 0 }
const reached = { name: 'Berthe Fournil', id: 0 }
let notice = 0

test.use({ refused: [404, 422] })

test.beforeAll(async () => {
	await removeKept(KEEPER)
	const own = await api(AUTHOR)
	notice = (await own.post('/notices', { kind: 'offer', title: TITLE, text: 'Il faut venir le chercher.', mode: 'loan', key: `key-${Date.now()}` })).data.id
	await own.dispose()
	const steward = await api(KEEPER)
	for (const one of [kept, reached]) {
		const { data } = await steward.post('/members', { name: one.name, ...one === reached && { contact: { email: ADDRESS } } })
		one.id = data.id
		if (one === kept) {
			await steward.post(`/members/${one.id}/consent`, { date: '2026-11-20', how: 'De vive voix' })
			await steward.put(`/members/${one.id}/status`, { status: 'published', version: data.version })
		} else {
			await steward.post(`/members/${one.id}/consent-mail`)
		}
	}
	await steward.dispose()
})
test.afterAll(async () => {
	await removeKept(KEEPER)
	const own = await api(AUTHOR)
	await own.delete(`/notices/${notice}`)
	await own.dispose()
})

test('a keeper answers a notice for a person without an account, and the author reads both names', async ({ page, browser }) => {
	await login(page, KEEPER)
	await open(page, `/notices/${notice}`)
	await page.getByRole('link', { name: fr('For a person without an account…') }).click()
	await everyLook(page)
	await page.getByRole('link', { name: kept.name }).click()
	await expect(page.getByRole('heading', { level: 1, name: fr('For {name}', { name: kept.name }) })).toBeVisible()
	// She agreed by word of mouth.
	await expect(page.getByText(fr('Only people who agreed to their card by the link in an email get notices by email, at the same address. Pass it on in the way you usually reach them.'))).toBeVisible()
	await page.getByRole('textbox', { name: fr('Your message') }).fill('Jeanne tisse depuis longtemps.')
	await everyLook(page)
	await page.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(page).toHaveURL(/\/messages\/\d+$/)
	await expect(page.getByText(fr('For {name}, whose card you keep. Pass the messages on in the way you usually reach them.', { name: kept.name }))).toBeVisible()

	const other = await someone(browser, AUTHOR)
	await open(other, new URL(page.url()).pathname.replace(/^.*\/apps\/reseau/, ''))
	await expect(other.getByRole('listitem').filter({ hasText: 'Jeanne tisse depuis longtemps.' }).filter({ hasText: kept.name }).filter({ hasText: keeper.name })).toBeVisible()
	await other.context().close()
})

test('a keeper sends a notice by email, and its person answers and stops without an account or scripts', async ({ page, browser }) => {
	const consent = await linkTo(ADDRESS, 'consent')
	const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
	const light = await telephone.newPage()
	if (consent === null) {
		await light.goto('/index.php/apps/reseau/passed/unknown')
		await expect(light.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
		await telephone.close()
		return
	}
	await light.goto(consent)
	await light.getByRole('button', { name: fr('I agree to this card being shown') }).click()

	await login(page, KEEPER)
	await open(page, `/notices/${notice}/for/${reached.id}`)
	const mail = page.getByRole('region', { name: fr('Send {name} this notice by email', { name: reached.name }) })
	await expect(mail.getByRole('figure')).toContainText(TITLE)
	await expect(mail.getByRole('figure')).toContainText('Il faut venir le chercher.')
	await everyLook(page)
	await mail.getByRole('button', { name: fr('Send this email') }).press('Enter')
	await expect(page.getByText(fr('The email was sent.'))).toBeVisible()
	await expect(mail.getByRole('button')).toHaveCount(0)

	const link = (await linkTo(ADDRESS, 'passed'))!
	await page.context().clearCookies()
	await page.goto(link)
	await everyLook(page)
	await light.goto(link)
	await expect(light.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
	await expect(light.getByRole('heading', { name: author.name })).toBeVisible()
	await light.getByRole('textbox', { name: fr('Your answer') }).fill('Voyez berthe.example.org')
	await light.getByRole('button', { name: fr('Send my answer') }).click()
	await expect(light.getByRole('alert')).toBeVisible()
	await expect(light.getByRole('textbox', { name: fr('Your answer') })).toHaveValue('Voyez berthe.example.org')
	await light.getByRole('textbox', { name: fr('Your answer') }).fill('Je le prends samedi.')
	await light.getByRole('button', { name: fr('Send my answer') }).click()
	await expect(light.getByText(fr('You write to each other about this notice. The next message comes by email.'))).toBeVisible()

	expect(await notificationsOf(AUTHOR)).toContain(`${reached.name} vous a écrit`)
	const other = await someone(browser, AUTHOR)
	await open(other, '/messages')
	await other.getByRole('link', { name: reached.name }).first().click()
	await expect(other.getByRole('listitem').filter({ hasText: 'Je le prends samedi.' }).first()).toBeVisible()
	await other.getByRole('textbox', { name: fr('Your answer') }).fill('Il vous attend.')
	await other.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(other.getByRole('listitem').filter({ hasText: 'Il vous attend.' }).first()).toBeVisible()
	await other.context().close()
	await light.getByRole('link', { name: fr('Read and answer what you write to each other') }).click()
	await expect(light.getByText('Il vous attend.')).toBeVisible()

	await light.goto(link)
	await light.getByRole('button', { name: fr('No more notices by email') }).click()
	await expect(light.getByRole('heading', { level: 1, name: fr('You get no more notices by email') })).toBeVisible()
	await light.goto(link)
	await expect(light.getByText(TITLE)).toHaveCount(0)
	await telephone.close()
})
