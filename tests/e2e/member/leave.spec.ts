/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFile } from 'node:fs/promises'
import { accountOf } from '../support/accounts.ts'
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { person, removeCard, restoreCard } from '../support/network.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

/** In no group: what goes with the card can be put back. */
const UID = 'aurelien-soubiran'
const READER = 'remi-cavaille-costes'
const { name: NAME } = person(UID)

let id: number
test.beforeAll(async () => {
	id = await restoreCard(UID)
})
test.afterAll(async () => {
	await removeCard(UID)
	await restoreCard(UID)
})
test.beforeEach(({ page }) => login(page, UID))

test('a paused card is hidden from everyone else, and nothing is lost', async ({ page, browser }) => {
	await open(page, '/me')
	await page.getByRole('button', { name: fr('Pause the card') }).click()
	await expect(page.getByText(fr('The card is paused: no one else sees it and nothing is lost.'))).toBeVisible()
	await expect(page.getByText(fr('Paused: no one else sees this card, nothing is lost.'))).toBeVisible()

	const reader = await someone(browser, READER)
	await open(reader, `/members/${id}`)
	await expect(reader.getByRole('heading', { level: 1, name: fr('No card here') })).toBeVisible()

	await page.getByRole('button', { name: fr('Show it again') }).click()
	await expect(page.getByText(fr('The card is shown to the network.'))).toBeVisible()
	await reader.reload()
	await expect(reader.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
	await expect(reader.getByText(String(person(UID).drives))).toBeVisible()
})

test('a pause can be undone immediately', async ({ page }) => {
	await open(page, '/me')
	await page.getByRole('button', { name: fr('Pause the card') }).click()
	await page.getByRole('button', { name: fr('Undo') }).click()
	await expect(page.getByText(fr('Undone.'))).toBeVisible()
	await expect(page.getByText(fr('Paused: no one else sees this card, nothing is lost.'))).toBeHidden()
	await expect(page.getByRole('button', { name: fr('Pause the card') })).toBeVisible()
})

test('the export is a file with the whole content of the card', async ({ page }) => {
	await open(page, '/me')
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: fr('File for programs (JSON)') }).click(),
	])
	expect(download.suggestedFilename()).toMatch(/\.json$/)
	expect(download.suggestedFilename()).not.toContain('soubiran')
	const file = JSON.parse(await readFile(await download.path(), 'utf8'))
	const { drives, contact, audience } = person(UID)
	expect(file).toMatchObject({ format: 'reseau-member-1', member: { uid: accountOf(UID), name: NAME, drives, contact: { phone: contact.phone }, audience } })
	expect(file.consents).toBeInstanceOf(Array)
	expect(file.memberships).toBeInstanceOf(Array)
})

test('the same can be read as a page, which asks for nothing else', async ({ page, browser }) => {
	await open(page, '/me')
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: fr('Page to read (HTML)') }).click(),
	])
	expect(download.suggestedFilename()).toMatch(/\.html$/)
	expect(download.suggestedFilename()).not.toContain('soubiran')
	const html = await readFile(await download.path(), 'utf8')
	const reader = await (await browser.newContext({ javaScriptEnabled: false, offline: true })).newPage()
	const asked: string[] = []
	reader.on('request', (request) => asked.push(request.url()))
	await reader.setContent(html)
	await expect(reader.getByRole('heading', { level: 1 })).toContainText(NAME)
	await expect(reader.getByText(String(person(UID).drives))).toBeVisible()
	await expect(reader.getByRole('heading', { level: 2, name: fr('Notifications and emails') })).toBeVisible()
	expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([])
	await reader.context().close()
})

test('withdrawing says what ends, and can be reversed later', async ({ page, browser }) => {
	await open(page, '/me')
	const button = page.getByRole('main').getByRole('button', { name: fr('Withdraw the card') })
	await button.click()
	const dialog = page.getByRole('dialog', { name: fr('Withdraw the card of {name}?', { name: NAME }) })
	await expect(dialog).toContainText(fr('No one else sees the card any more. Its places in groups end, and are not restored automatically. Its content is kept, and it can be shown again.'))
	await page.keyboard.press('Escape')
	await expect(dialog).toBeHidden()
	await expect(button).toBeFocused()

	await button.click()
	await dialog.getByRole('button', { name: fr('Withdraw the card') }).click()
	await expect(dialog).toBeHidden()
	await expect(page.getByText(fr('The card is withdrawn: no one else sees it.'))).toBeVisible()
	const reader = await someone(browser, READER)
	await open(reader, `/members/${id}`)
	await expect(reader.getByRole('heading', { level: 1, name: fr('No card here') })).toBeVisible()

	await page.getByRole('button', { name: fr('Rejoin the network') }).click()
	await expect(page.getByText(fr('The card is shown to the network.'))).toBeVisible()
	await reader.reload()
	await expect(reader.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
})

test('deleting says what is deleted, can be cancelled, and deletes the card', async ({ page }) => {
	await open(page, '/me')
	const button = page.getByRole('main').getByRole('button', { name: fr('Delete the card') })
	await button.click()
	const dialog = page.getByRole('dialog', { name: fr('Delete the card of {name}?', { name: NAME }) })
	for (const sentence of [
		'These are permanently deleted:', 'everything the card says, and who may see it;',
		'its places in groups, with the commitments there;', 'Your account, files and boards stay as they are.',
	]) {
		await expect(dialog).toContainText(fr(sentence))
	}
	await dialog.getByRole('button', { name: fr('Leave unchanged') }).click()
	await expect(dialog).toBeHidden()
	await expect(button).toBeFocused()

	await button.click()
	await dialog.getByRole('button', { name: fr('Delete permanently') }).click()
	await expect(page).toHaveURL(/\/members$/)
	await expect(page.getByText(fr('The card was deleted, with everything that belonged to it.'))).toBeVisible()
	await expect(page.getByRole('navigation').getByRole('link', { name: fr('My card') })).toBeHidden()

	const own = await api(UID)
	const mine = await own.get('/members/me')
	const gone = await own.get(`/members/${id}`)
	await own.dispose()
	expect([mine.status, mine.data.error]).toEqual([404, 'no_card'])
	expect(gone.status).toBe(404)
})
