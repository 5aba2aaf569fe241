/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { api } from '../support/api.ts'
import { fr } from '../support/french.ts'
import { login } from '../support/login.ts'
import { expect, test } from '../support/test.ts'

const FACILITATOR = 'romain-vielfaure'

test('the dashboard shows what waits for a person, and leads there', async ({ page }) => {
	const own = await api(FACILITATOR)
	const { data: { awaits } } = await own.get('/home')
	await own.dispose()
	expect(awaits.length).toBeGreaterThan(0)
	await login(page, FACILITATOR)
	await page.addLocatorHandler(page.locator('#firstrunwizard'), async () => page.keyboard.press('Escape'))
	await page.goto('/index.php/apps/dashboard/')
	await page.getByRole('button', { name: 'Personnaliser' }).click()
	const choice = page.getByRole('checkbox', { name: fr('Réseau: for you') })
	// An earlier run may have chosen it.
	if (!await choice.isChecked()) {
		await page.locator('label', { hasText: fr('Réseau: for you') }).click()
	}
	await expect(choice).toBeChecked()
	await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click()
	const panel = page.locator('.panel', { hasText: fr('Réseau: for you') })
	await expect(panel.getByRole('link')).not.toHaveCount(0)
	const [opened] = await Promise.all([page.waitForEvent('popup'), panel.getByRole('link').first().click()])
	await expect(opened).toHaveURL(/\/apps\/reseau\//)
})
