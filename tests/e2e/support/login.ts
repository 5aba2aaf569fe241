/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { accountOf } from './accounts.ts'

/** The password of every account of the demo network. */
export const PASSWORD = process.env.RESEAU_PASSWORD ?? 'Cordee-2026-oc'

/** Sessions are kept for one run: scripts/e2e.mjs empties the folder. */
const SESSIONS = 'build/sessions'

/** Makes the page's browser the one of an account; the form is filled once for each account in a run. */
export async function login(page: Page, uid: string): Promise<void> {
	const file = `${SESSIONS}/${encodeURIComponent(accountOf(uid))}.json`
	// What the page before still asks for would be refused without its session.
	if (page.url() !== 'about:blank') {
		await page.goto('about:blank')
	}
	await page.context().clearCookies()
	if (existsSync(file)) {
		await page.context().addCookies(JSON.parse(readFileSync(file, 'utf8')).cookies)
		return
	}
	await page.goto('/index.php/login')
	await page.locator('#user').fill(accountOf(uid))
	await page.locator('#password').fill(PASSWORD)
	await page.locator('#password').press('Enter')
	await page.waitForURL((url) => !url.pathname.endsWith('/login'))
	mkdirSync(SESSIONS, { recursive: true })
	// Written aside, then moved: another worker may be reading.
	const draft = `${file}.${process.pid}`
	await page.context().storageState({ path: draft })
	renameSync(draft, file)
}

/** Opens a page of the app and waits until Vue has taken it over. */
export async function open(page: Page, path = '/'): Promise<void> {
	// Nextcloud greets people in a dialog on their first page.
	await page.addLocatorHandler(page.locator('#firstrunwizard'), async () => page.keyboard.press('Escape'))
	await page.goto(`/index.php/apps/reseau${path}`)
	await page.locator('#content-vue').waitFor()
}
