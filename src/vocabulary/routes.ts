/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** Routes of the vocabulary and the glossary. */
export const vocabularyRoutes: RouteRecordRaw[] = [
	{ path: '/vocabulary/:section?', name: 'vocabulary', component: () => import('./ui/VocabularyPage.vue') },
	// Former address of the glossary.
	{ path: '/glossary', redirect: '/vocabulary/glossary' },
]
