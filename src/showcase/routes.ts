/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The page to open the public showcase, and to choose to be in it. */
export const showcaseRoutes: RouteRecordRaw[] = [
	{ path: '/showcase', name: 'showcase', component: () => import('./ui/ShowcasePage.vue') },
]
