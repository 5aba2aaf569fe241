/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

const id = (route: RouteLocationNormalized) => ({ id: Number(route.params.id) })

/** For keepers: people email cannot reach. */
export const withoutMailRoutes: RouteRecordRaw[] = [
	{ path: '/kept/without-mail', name: 'without-mail', component: () => import('./ui/WithoutMailPage.vue') },
	{ path: '/kept/without-mail/print', name: 'without-mail-print', component: () => import('./ui/PaperPage.vue') },
	{ path: '/members/:id(\\d+)/call', name: 'call-sheet', component: () => import('./ui/SheetPage.vue'), props: id },
]
