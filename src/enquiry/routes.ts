/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

/** Messages of visitors of the public showcase, or one of them from a notification or an email. */
export const enquiryRoutes: RouteRecordRaw[] = [
	{ path: '/visitors', name: 'visitors', component: () => import('./ui/VisitorsPage.vue') },
	{ path: '/visitors/:id(\\d+)', name: 'visitor', component: () => import('./ui/VisitorPage.vue'), props: (route: RouteLocationNormalized) => ({ id: Number(route.params.id) }) },
]
