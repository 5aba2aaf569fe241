/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** Where the public showcase is opened, and where one chooses to be in it. */
export const showcaseRoutes: RouteRecordRaw[] = [
	{ path: '/showcase', name: 'showcase', component: () => import('./ui/ShowcasePage.vue') },
]
