/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Browser, Page } from '@playwright/test'

import { login } from './login.ts'

/** A browser of another account, besides that of the test. */
export async function someone(browser: Browser, uid: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage()
	await login(page, uid)
	return page
}
