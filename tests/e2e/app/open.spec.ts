/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { axe } from '../support/axe.ts'
import { login, open } from '../support/login.ts'
import { expect, test } from '../support/test.ts'

test('a member of the network logs in and finds the app in French', async ({ page }) => {
	await login(page, 'maelle-roumegous')
	await open(page)
	await expect(page).toHaveTitle(/Réseau/)
	await expect(page.getByRole('navigation').getByRole('link', { name: 'Membres' })).toBeVisible()
	await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('heading', { level: 2 })).first()).toBeVisible()
	await axe(page)
})

test('the app requires an account', async ({ page }) => {
	await page.goto('/index.php/apps/reseau/members')
	await expect(page).toHaveURL(/\/login/)
})

test('the skip links fit on a phone', async ({ page }) => {
	await login(page, 'romain-vielfaure')
	await page.setViewportSize({ width: 320, height: 640 })
	await open(page, '/library')
	const links = page.locator('#skip-actions')
	await links.getByRole('link').first().focus()
	const ends = await links.getByRole('link').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
	expect(ends.length).toBeGreaterThan(1)
	expect(Math.max(...ends)).toBeLessThanOrEqual(320)
})
