/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** Whom one could meet; for facilitators, whom they introduce. */
export const matchingRoutes: RouteRecordRaw[] = [
	{ path: '/matches', name: 'matches', component: () => import('./ui/MatchesPage.vue') },
	{ path: '/mediations', name: 'mediations', component: () => import('./introduction/ui/MediationsPage.vue') },
]
