/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What is ours on the page; Nextcloud's own header and footer are not judged. */
const OURS = ['#content', '#content-vue', '#reseau-admin', '[role="dialog"]', '.v-popper__popper']

/** Those that depend on colours. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * Expects no violation of WCAG 2.2 AA in what the app shows at this moment.
 *
 * @param page
 * @param only the rules about colours: everything else was checked in other colours
 */
export async function axe(page: Page, only?: 'colours'): Promise<void> {
	// Our pages hold no frames: a page of its own to gather the results from them would cost time for nothing.
	// Nor does a rule of ours read style sheets: without `preload` they are not all requested again each time.
	const builder = new AxeBuilder({ page }).setLegacyMode().options({ preload: false, resultTypes: ['violations'], runOnly: only ? COLOURS : RULES })
	for (const part of OURS) {
		if (await page.locator(part).count() > 0) {
			builder.include(part)
		}
	}
	const { violations } = await builder.analyze()
	expect(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ target }) => `  ${target.join(' ')}`).join('\n')}`)).toEqual([])
}
