/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { readFileSync } from 'node:fs'
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

test('nobody’s Home is a list of old debts', async ({ request }) => {
	const members = JSON.parse(readFileSync('tests/fixtures/network/members.json', 'utf8')) as { id: string, account: boolean }[]
	const today = new Date()
	const day = (days: number) => new Date(today.getTime() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)
	let due = 0
	for (const { id } of members.filter(({ account }) => account)) {
		const headers = { Authorization: `Basic ${Buffer.from(`${id}:${PASSWORD}`).toString('base64')}`, 'OCS-APIRequest': 'true', Accept: 'application/json' }
		// Cards are shown to people who have used Deck.
		expect((await request.get(`${sandbox.url}/index.php/apps/deck/boards`, { headers })).ok()).toBe(true)
		const { ocs } = await (await request.get(`${sandbox.url}/ocs/v2.php/apps/reseau/api/v1/news`, { headers })).json() as { ocs: { data: { lines: { kind: string, day: string }[] } } }
		const days = ocs.data.lines.filter(({ kind }) => kind === 'due').map((line) => line.day)
		due += days.length
		expect(days.filter((one) => one < day(-14)), `${id}, late by more than two weeks`).toEqual([])
		expect(days.filter((one) => one < day(0)).length, `${id}, late`).toBeLessThan(3)
	}
	expect(due).toBeGreaterThan(10)
})
