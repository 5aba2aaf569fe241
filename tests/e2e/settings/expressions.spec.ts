/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login, open } from '../support/login.ts'
import { everyLook, fits } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'
/** In no card, and like no word in one. */
const WORD = 'zigouzague'
const SITUATION = 'les vêtements de seconde main'

/** As the demo network has them: none. */
async function restore(): Promise<void> {
	const facilitator = await api(FACILITATOR)
	const { data: { expressions } } = await facilitator.get('/vocabulary/expressions')
	for (const { id } of expressions) {
		await facilitator.delete(`/vocabulary/expressions/${id}`)
	}
	await facilitator.dispose()
}

test.beforeAll(restore)
test.afterAll(restore)

test('a facilitator says what a word means, by keyboard, sees it understood, and undoes it', async ({ page }) => {
	await login(page, FACILITATOR)
	await open(page, '/vocabulary/expressions')
	const button = (text: string) => page.getByRole('button', { name: fr(text), exact: true })
	await expect(page.getByText(fr('No expression of your network yet.'))).toBeVisible()
	await page.getByLabel(fr('A word, a need or an offer to try')).fill(WORD)
	await page.keyboard.press('Enter')
	await expect(page.getByText(fr('Nothing is understood of it. Say what it means here.'))).toBeVisible()
	await everyLook(page)

	await button('Say what it means here').focus()
	await page.keyboard.press('Enter')
	await expect(page.getByLabel(fr('Word or expression'))).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page.getByText(fr('Choose what it means, or what it does not mean.'))).toBeVisible()
	await page.keyboard.type(SITUATION)
	await page.keyboard.press('Enter')
	await everyLook(page)
	await button('Save').press('Enter')

	const row = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: WORD, exact: true }) })
	await expect(row).toContainText(SITUATION)
	await expect(row.getByRole('button').first()).toBeFocused()
	await expect(page.getByRole('main').locator('summary').first()).toContainText(SITUATION)
	await page.setViewportSize({ width: 320, height: 640 })
	await fits(page)
	await button('Undo').click()
	await expect(row).toHaveCount(0)
	await expect(page.getByLabel(fr('Word or expression'))).toHaveValue(WORD)
	await expect(page.getByText(fr('Nothing is understood of it. Say what it means here.'))).toBeVisible()
})
