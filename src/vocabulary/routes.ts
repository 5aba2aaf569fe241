/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The pages about what the network has settled for everybody. */
export const settingsRoutes: RouteRecordRaw[] = [
	{ path: '/vocabulary/:section?', name: 'vocabulary', component: () => import('./ui/VocabularyPage.vue') },
	// Where the glossary was before it had a page together with the other words.
	{ path: '/glossary', redirect: '/vocabulary/glossary' },
]
