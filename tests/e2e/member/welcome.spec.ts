/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { removeCard } from '../support/network.ts'
import { A_TRY } from '../support/patience.ts'
import { someone } from '../support/someone.ts'
import { expect, test } from '../support/test.ts'

/** An account of the host that is nobody of the demo network. */
const NEW = 'admin'
const NAME = 'Personne nouvelle'
const NEED = 'Une échelle de six mètres, un samedi de décembre'

test.beforeAll(() => removeCard(NEW))
test.afterAll(() => removeCard(NEW))

test('a person without a card is asked one question, and gets an error if it is left empty', async ({ page }) => {
	await login(page, NEW)
	await open(page)
	const need = page.getByRole('textbox', { name: fr('What would you need or like at the moment?') })
	await expect(need).toBeVisible()
	await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(2)

	await page.getByRole('button', { name: fr('Create my card') }).click()
	await expect(page.getByText(fr('One line is enough to start.'))).toBeVisible()
	await expect(need).toBeFocused()
	await expect(need).toHaveAttribute('aria-invalid', 'true')
})

test('one line creates the card, and the others find it', async ({ page, browser }) => {
	await login(page, NEW)
	await open(page)
	await page.getByRole('textbox', { name: fr('What would you need or like at the moment?') }).fill(NEED)
	await page.getByRole('textbox', { name: fr('Your name, as the members know you') }).fill(NAME)
	await page.keyboard.press('Enter')
	await expect(page).toHaveURL(/\/welcome$/)
	await expect(page.getByText(fr('Your card is ready. Add to it whatever and whenever you like.'))).toBeVisible()
	// By keyboard: people and proposals that load above move it.
	await page.getByRole('link', { name: fr('Continue with my card') }).press('Enter')
	await expect(page).toHaveURL(/\/me$/)
	await expect(page.getByRole('heading', { level: 1, name: fr('My card') })).toBeFocused()
	await expect(page.getByRole('region', { name: fr('What I seek') }).getByRole('textbox')).toHaveValue(NEED)

	const other = await someone(browser, 'mireia-casanoves')
	await open(other, '/members')
	const tile = other.getByRole('listitem').filter({ has: other.getByRole('link', { name: NAME }) })
	await expect(async () => {
		await other.getByRole('main').getByRole('listitem').last().scrollIntoViewIfNeeded()
		await expect(tile).toBeVisible(A_TRY)
	}).toPass()
	await expect(tile).toContainText(NEED)
})

test('a person with a card gets to the home page, and can undo everything', async ({ page }) => {
	await login(page, NEW)
	await open(page)
	await expect(page.getByRole('heading', { level: 1, name: fr('Hello {name}', { name: 'Personne' }) })).toBeVisible()
	await expect(page.getByRole('region', { name: fr('What you seek') })).toContainText(NEED)
	await page.getByRole('link', { name: fr('Enter what I offer') }).click()
	await page.getByRole('button', { name: fr('Delete the card') }).click()
	await page.getByRole('button', { name: fr('Delete permanently') }).click()
	await expect(page).toHaveURL(/\/members$/)
	await expect(page.getByText(fr('The card was deleted, with everything that belonged to it.'))).toBeVisible()
	await expect(page.getByRole('link', { name: fr('Create my card') })).toBeVisible()
})
