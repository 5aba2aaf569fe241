/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { startSandbox } from '../../../scripts/lib/sandbox.mjs'
import { fr } from '../support/french.ts'
import { PASSWORD } from '../support/login.ts'
import { everyLook } from '../support/looks.ts'
import { expect, test } from '../support/test.ts'

// The demonstration as `npm start` shows it, on a sandbox of its own: its groups live.

const TITLE = 'Aller vers celles et ceux qui ne viennent pas'

let sandbox: Awaited<ReturnType<typeof startSandbox>>
test.beforeAll(async () => {
	sandbox = await startSandbox({ built: true, live: true })
})
test.afterAll(() => sandbox.stop())

const main = (page: Page) => page.getByRole('main')

test('a group of the demonstration has a meeting, a board with whose cards are due, and a folder with a file', async ({ page }) => {
	await page.goto(`${sandbox.url}/index.php/login`)
	await page.locator('#user').fill('maelle-roumegous')
	await page.locator('#password').fill(PASSWORD)
	await page.locator('#password').press('Enter')
	await page.waitForURL((url) => !url.pathname.endsWith('/login'))
	await page.goto(`${sandbox.url}/index.php/apps/reseau/groups`)
	await main(page).getByRole('link', { name: TITLE, exact: true }).click()
	await expect(main(page).getByRole('region', { name: fr('Next meetings') })).toContainText('Salle du foyer, Limoux')
	const board = main(page).getByRole('region', { name: fr('Board'), exact: true })
	await expect(board.getByText('Essais à lancer', { exact: true })).toBeVisible()
	await expect(board.getByRole('listitem').filter({ hasText: 'Lettres en gros caractères' })).toContainText('Ginette Bousquié')
	await expect(main(page).getByRole('region', { name: fr('Latest files') }).getByRole('link', { name: 'Ordre du jour.md' })).toBeVisible()
	await everyLook(page, [1280, 320])
})
