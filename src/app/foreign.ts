/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Pinia } from 'pinia'
import type { App } from 'vue'

import { loadState } from '@nextcloud/initial-state'
import { generateFilePath } from '@nextcloud/router'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { laterTexts } from '../shared/later.ts'
import { QUERIES } from '../shared/queryOptions.ts'

import '../shared/ui/base.css'

// What our parts need on a page of another app.

let pinia: Pinia | null = null

/**
 * Nextcloud loads our translations on our own page only. Without them the text is English. Never fails.
 *
 * @param run runs the script at an address
 */
export async function loadTexts(run: (address: string) => Promise<unknown> = (address) => import(/* @vite-ignore */ address)): Promise<void> {
	const language = loadState('reseau', 'language', 'en')
	if (language !== 'en') {
		await run(generateFilePath('reseau', 'l10n', `${language}.js?v=${appVersion}`)).then(laterTexts, () => {})
	}
}

/** The server data is shared by all our parts of a page. */
export function installPlugins(app: App): void {
	pinia ??= createPinia()
	app.use(pinia)
	app.use(PiniaColada, QUERIES)
}
