/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Pinia } from 'pinia'
import type { App } from 'vue'

import { loadTranslations } from '@nextcloud/l10n'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { QUERIES } from '../shared/queryOptions.ts'

import '../shared/ui/base.css'

// What our parts need in a page of another app.

let pinia: Pinia | null = null

/** Nextcloud loads our translations on our own page only. Without them the text is English. */
export async function loadTexts(): Promise<void> {
	await loadTranslations('reseau', () => {}).catch(() => {})
}

/** What is known of the server is shared by all our parts of a page. */
export function installPlugins(app: App): void {
	pinia ??= createPinia()
	app.use(pinia)
	app.use(PiniaColada, QUERIES)
}
