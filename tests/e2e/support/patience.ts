/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { expect } from '@playwright/test'

/** How long one try lasts of what is tried again and again, in ms: no limit, that is the suite’s. */
export const A_TRY = { timeout: 1000 }

/** Repeats an action until the page has changed: another test may change something in between, such as the charter, at any moment. */
export async function untilAt(page: Page, address: RegExp, act: () => Promise<unknown>): Promise<void> {
	await expect(async () => {
		if (!address.test(page.url())) {
			await act().catch(() => undefined)
		}
		await expect(page).toHaveURL(address, A_TRY)
	}).toPass()
}
