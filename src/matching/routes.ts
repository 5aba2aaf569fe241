/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** Whom one could meet. */
export const matchingRoutes: RouteRecordRaw[] = [
	{ path: '/matches', name: 'matches', component: () => import('./ui/MatchesPage.vue') },
]
