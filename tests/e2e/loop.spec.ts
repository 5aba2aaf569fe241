/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fr } from './support/french.ts'
import { login, open } from './support/login.ts'
import { everyLook } from './support/looks.ts'
import { person } from './support/network.ts'
import { addAccount, occ } from './support/occ.ts'
import { openPanel, panel } from './support/panel.ts'
import { someone } from './support/someone.ts'
import { expect, test } from './support/test.ts'

/** What Réseau is for, as one story: a need, people, word, a notice, and what came of it. How a notice is renewed from its mail is in notice/notice.spec.ts: one that was just published is not asked about. */

const NAME = 'Blandine Sous-Bois'
const uid = `blandine-${Date.now().toString(36)}`
const ADDRESS = `${uid}@example.org`
const NEED = 'Baisser la facture de chauffage d’une école, la chaudière au fioul est à bout'
const QUESTION = 'Bonjour, viendriez-vous voir la chaudière ?'
const ANSWER = 'Oui, mardi matin.'
const OUTCOME = 'Le diagnostic est fait, la commune a voté les travaux.'
const HELPER = 'aurelien-soubiran'
const helper = person(HELPER)

test.beforeAll(() => addAccount(uid, NAME, ADDRESS))
test.afterAll(() => occ('user:delete', uid))

test('a newcomer’s need leads to a person, to word, to a notice, and to a link of thanks', async ({ page, browser }) => {
	test.slow()
	await login(page, uid)
	await open(page)
	const main = page.getByRole('main')

	await test.step('the next screen names people, each with a reason', async () => {
		await page.getByRole('textbox', { name: fr('What would you need or like at the moment?') }).fill(NEED)
		await page.getByRole('button', { name: fr('Create my card') }).click()
		await expect(page).toHaveURL(/\/welcome$/)
		await expect(main.getByRole('heading', { level: 1, name: fr('Who could help') })).toBeFocused()
		await expect(main.getByRole('listitem').filter({ has: page.getByRole('heading', { name: helper.name }) })).toContainText((helper.offers as { text: string }[])[0]!.text.slice(0, 40))
		await expect(main.getByRole('listitem').filter({ has: page.getByRole('heading', { name: NAME }) })).toHaveCount(0)
		await everyLook(page)
		await main.getByRole('textbox', { name: fr('How can people reach you? Your email address') }).fill(ADDRESS)
		await main.getByRole('button', { name: fr('Save') }).click()
		await expect(main.getByRole('textbox')).toHaveCount(0)
	})

	const other = await someone(browser, HELPER)
	await test.step('the person is written to, and answers', async () => {
		await main.getByRole('link', { name: fr('Write to {name}', { name: helper.name }) }).click()
		await main.getByRole('textbox', { name: fr('Your message') }).fill(QUESTION)
		await main.getByRole('button', { name: fr('Send'), exact: true }).click()
		await expect(page).toHaveURL(/\/messages\/\d+$/)
		await open(other)
		await other.getByRole('listitem').filter({ hasText: NAME }).filter({ hasText: 'viendriez-vous' }).getByRole('link', { name: fr('Reply'), exact: true }).click()
		await other.getByRole('textbox', { name: fr('Your answer') }).fill(ANSWER)
		await other.getByRole('button', { name: fr('Send'), exact: true }).click()
		await expect(other.getByRole('listitem').filter({ hasText: ANSWER }).first()).toBeVisible()
		await page.reload()
		await expect(page.getByRole('listitem').filter({ hasText: ANSWER }).first()).toBeVisible()
		// Neither learns the address of the other.
		await expect(other.getByText(ADDRESS)).toHaveCount(0)
	})

	await test.step('the need becomes a notice', async () => {
		await open(page, '/me')
		await page.getByRole('link', { name: fr('Create a notice from “{text}”', { text: NEED }) }).click()
		await expect(page.getByRole('textbox', { name: fr('Title') })).toHaveValue(NEED)
		await page.getByRole('button', { name: fr('Publish'), exact: true }).click()
		await expect(page).toHaveURL(/\/notices\/\d+$/)
	})

	await test.step('it is done with thanks, and the two are linked in the panel', async () => {
		await page.getByRole('button', { name: fr('It is done') }).click()
		await page.getByRole('textbox', { name: fr('What came of it?') }).fill(OUTCOME)
		await page.getByRole('combobox', { name: fr('Who helped?') }).fill(helper.name)
		await page.getByRole('option', { name: helper.name }).click()
		await page.locator('form').getByRole('button', { name: fr('It is done') }).click()
		await expect(page.getByRole('region', { name: fr('What came of it') }).getByText(OUTCOME)).toBeVisible()
		await page.getByRole('region', { name: fr('What came of it') }).getByRole('link', { name: helper.name, exact: true }).click()
		await expect(page.getByRole('heading', { level: 1, name: helper.name, exact: true })).toBeVisible()
		await openPanel(page)
		await expect(panel(page).getByRole('link', { name: NEED })).toBeVisible()
	})
	await other.context().close()
})
