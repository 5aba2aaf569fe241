/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr, frCount, frLike } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { linkTo } from '../support/mail.ts'
import { person, restoreCard } from '../support/network.ts'
import { notificationsOf } from '../support/notifications.ts'
import { addAccount, importCards, occ, runJob } from '../support/occ.ts'
import { opener, openPanel, panel } from '../support/panel.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

const AUTHOR = 'gaspard-montolieu'
const READER = 'lou-marquefave'
const author = person(AUTHOR)
const reader = person(READER)
const TITLE = 'Un four à pain pour la fête du village'
const OUTCOME = 'Quarante miches, et personne ne les a comptées.'

test.use({ refused: [404] })

/** The first thing the author seeks is the notice. */
test.beforeAll(async () => {
	await removeNotices()
	await restoreCard(AUTHOR)
	await restoreCard(READER)
	const own = await api(AUTHOR)
	const { data } = await own.get('/members/me')
	await own.put('/members/me', { seeks: [{ text: TITLE, terms: [] }], version: data.version })
	await own.dispose()
})
test.afterAll(async () => {
	await removeNotices()
	await restoreCard(AUTHOR)
})

/** Deletes the author's notices of this title. */
async function removeNotices(): Promise<void> {
	const own = await api(AUTHOR)
	const { data } = await own.get('/notices/mine')
	for (const { id, title } of data.notices) {
		if (title === TITLE) {
			await own.delete(`/notices/${id}`)
		}
	}
	await own.dispose()
}

test('a need of a card becomes a notice, is found, answered, and done with thanks, which makes a link', async ({ page, browser }) => {
	await login(page, AUTHOR)
	await open(page, '/me')
	await page.getByRole('link', { name: fr('Create a notice from “{text}”', { text: TITLE }) }).click()
	await expect(page.getByRole('textbox', { name: fr('Title') })).toHaveValue(TITLE)
	await expect(page.getByRole('radio', { name: frLike('Need') })).toBeChecked()
	await page.getByRole('textbox', { name: fr('Text'), exact: true }).fill('Pour cuire dehors, un samedi.')
	// What is not published yet stays in this browser.
	await page.reload()
	await expect(page.getByRole('textbox', { name: fr('Text'), exact: true })).toHaveValue('Pour cuire dehors, un samedi.')
	await page.getByText(fr('Terms, day, themes…')).click()
	await page.getByRole('combobox', { name: fr('On which terms?') }).selectOption('loan')
	await everyLook(page)
	await page.getByRole('button', { name: fr('Publish'), exact: true }).click()
	await expect(page).toHaveURL(/\/notices\/\d+$/)
	await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
	await everyLook(page)
	const address = new URL(page.url()).pathname.replace(/^.*\/apps\/reseau/, '')

	const other = await someone(browser, READER)
	await open(other, '/notices')
	await other.getByRole('radio', { name: fr('Open needs') }).press('Space')
	await expect(other).toHaveURL(/kind.*=need/)
	await other.getByRole('searchbox', { name: fr('Search') }).fill(TITLE)
	await expect(other.getByRole('status').filter({ hasText: frCount('%n notice', 1) })).toBeVisible()
	await everyLook(other)
	await other.goBack()
	await expect(other.getByRole('radio', { name: fr('All notices') })).toBeChecked()
	await open(other, address)
	await other.getByRole('link', { name: fr('Answer {name}', { name: author.name }) }).click()
	await other.getByRole('textbox', { name: fr('Your message') }).fill('Le mien est libre samedi.')
	await everyLook(other)
	await other.getByRole('button', { name: fr('Send'), exact: true }).click()
	await expect(other).toHaveURL(/\/messages\/\d+$/)
	await expect(other.getByRole('link', { name: fr('notice “{title}”', { title: TITLE }) })).toBeVisible()

	await open(page, '/messages')
	// The last one comes first, where an earlier run left another.
	await page.getByRole('link', { name: reader.name }).first().click()
	await expect(page.getByRole('listitem').filter({ hasText: 'Le mien est libre samedi.' }).first()).toBeVisible()
	await page.getByRole('link', { name: fr('notice “{title}”', { title: TITLE }) }).click()
	await page.getByRole('button', { name: fr('It is done') }).click()
	await page.getByRole('textbox', { name: fr('What came of it?') }).fill(OUTCOME)
	await page.getByRole('combobox', { name: fr('Who helped?') }).fill(reader.name)
	await page.getByRole('option', { name: reader.name }).click()
	await everyLook(page)
	await page.locator('form').getByRole('button', { name: fr('It is done') }).click()
	const outcome = page.getByRole('region', { name: fr('What came of it') })
	await expect(outcome.getByText(OUTCOME)).toBeVisible()
	await expect(outcome.getByRole('link', { name: reader.name })).toBeVisible()
	// Its page says who it thanks: nothing is left for the panel, where one can link it.
	await expect(opener(page)).toHaveText(fr('Link to…'))
	await openPanel(page)
	await expect(panel(page).getByRole('combobox', { name: fr('To what?') })).toBeVisible()
	await everyLook(page)

	await other.goto(`/index.php/apps/reseau${address}`)
	await expect(other.getByText(OUTCOME)).toBeVisible()
	await expect(other.getByRole('link', { name: fr('Answer {name}', { name: author.name }) })).toBeHidden()
	await other.context().close()

	await page.getByRole('button', { name: fr('Open it again') }).click()
	await expect(page.getByText(fr('The notice is open again.'))).toBeVisible()
	await page.getByRole('button', { name: fr('Let it end') }).press('Enter')
	await expect(page.getByText(fr('This notice has ended: it is no longer in the list and cannot be answered.'))).toBeVisible()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(page.getByText(fr('Undone.'))).toBeVisible()
	await expect(page.getByRole('button', { name: fr('Let it end') })).toBeVisible()
})

test('a notice that ends soon is renewed by the link of a mail, without logging in or scripts', async ({ page, browser }) => {
	const uid = `blandine-${Date.now().toString(36)}`
	const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
	addAccount(uid, 'Blandine Sous-Bois', `${uid}@example.org`)
	importCards([{ id: uid, name: 'Blandine Sous-Bois', account: true, drives: 'Finir ce qui est commencé.' }])
	importCards([{ id: `${uid}-notice`, author: uid, kind: 'offer', title: 'Une remorque le dimanche', published: day(-40), expires: day(3) }])
	runJob('NoticesJob')
	expect(await notificationsOf(uid)).toContain(fr('The notice “%s” ends soon').replace('%s', 'Une remorque le dimanche'))

	const link = await linkTo(`${uid}@example.org`, 'notice')
	if (link !== null) {
		const telephone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
		const light = await telephone.newPage()
		await light.goto(link)
		await expect(light.getByText('Une remorque le dimanche')).toBeVisible()
		await light.getByRole('button', { name: fr('It is still true') }).click()
		await expect(light.getByRole('heading', { name: fr('The notice is renewed') })).toBeVisible()
		await light.goto(link)
		await expect(light.getByRole('heading', { level: 1, name: fr('This link no longer works') })).toBeVisible()
		await telephone.close()
		expect(await notificationsOf(uid)).toEqual([])
	}
	await login(page, uid)
	await open(page, '/notices/mine')
	await page.getByRole('link', { name: 'Une remorque le dimanche' }).click()
	await expect(page.getByRole('button', { name: fr('Let it end') })).toBeVisible()
	await expect(page.getByRole('button', { name: frLike('Still true: renew until {date}') })).toHaveCount(link === null ? 1 : 0)
	occ('user:delete', uid)
})

test('my notices, ended or not, and the list on paper are accessible', async ({ page }) => {
	const own = await api(AUTHOR)
	const { data } = await own.post('/notices', { kind: 'offer', title: TITLE, key: `notice-${Date.now()}` })
	await own.post(`/notices/${data.id}/end`)
	await own.dispose()
	await login(page, AUTHOR)
	await open(page, '/notices/mine')
	await expect(page.getByRole('link', { name: TITLE }).first()).toBeVisible()
	await everyLook(page)
	await open(page, '/notices/print')
	await expect(page.getByRole('button', { name: fr('Print'), exact: true })).toBeVisible()
	await everyLook(page)
})
