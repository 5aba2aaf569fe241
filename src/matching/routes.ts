/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** People to meet; for facilitators, also the people to introduce. */
export const matchingRoutes: RouteRecordRaw[] = [
	{ path: '/matches', name: 'matches', component: () => import('./ui/MatchesPage.vue') },
	{ path: '/mediations', name: 'mediations', component: () => import('./introduction/ui/MediationsPage.vue') },
]
