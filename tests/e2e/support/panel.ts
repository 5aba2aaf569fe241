/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Locator, Page } from '@playwright/test'

import { fr } from './french.ts'

/** The Réseau panel beside a page. */
export const panel = (page: Page): Locator => page.locator('#reseau-aside').getByRole('complementary')

/** The button that opens it. */
export const opener = (page: Page): Locator => page.getByTitle(fr('Réseau panel'), { exact: true })

/** Opens it, which is closed until a browser has left it open. */
export async function openPanel(page: Page): Promise<void> {
	await opener(page).click()
	await panel(page).waitFor()
}
