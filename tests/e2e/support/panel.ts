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

/** What the panel, or the tab of Files, offers to link, below the heading of its kind: a folder or a board may be called like its group. */
export const offered = (place: Locator, kind: string, title: string): Locator => place.getByRole('group', { name: fr(kind), exact: true }).getByRole('option').filter({ hasText: title })

/** Opens it, which is closed until a browser has left it open. */
export async function openPanel(page: Page): Promise<void> {
	await opener(page).click()
	await panel(page).waitFor()
}
