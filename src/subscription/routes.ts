/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** For facilitators: the subscribers of the letter, and the record of consents. */
export const subscriptionRoutes: RouteRecordRaw[] = [
	{ path: '/subscribers', name: 'subscribers', component: () => import('./ui/SubscribersPage.vue') },
	{ path: '/subscribers/import', name: 'subscribers-import', component: () => import('./ui/AddressesPage.vue') },
	{ path: '/consents', name: 'consents', component: () => import('./ui/ConsentsPage.vue') },
]
