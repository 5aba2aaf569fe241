/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The pages about what the network has settled for everybody. */
export const settingsRoutes: RouteRecordRaw[] = [
	{ path: '/glossary', name: 'glossary', component: () => import('./ui/GlossaryPage.vue') },
]
