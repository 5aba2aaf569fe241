/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The pages of minutes, loaded on demand. */
export const minutesRoutes: RouteRecordRaw[] = [
	{ path: '/minutes', name: 'minutes', component: () => import('./ui/MinutesPage.vue') },
	{ path: '/minutes/review', name: 'minutes-review', component: () => import('./draft/ui/ReviewDraft.vue') },
	{ path: '/groups/:id(\\d+)/minutes', name: 'group-minutes', component: () => import('./ordinary/ui/OrdinaryPage.vue'), props: ({ params }) => ({ id: Number(params.id) }) },
	{ path: '/groups/:id(\\d+)/minutes/:brought(\\d+)', name: 'group-minutes-run', component: () => import('./ordinary/ui/BroughtPage.vue'), props: ({ params }) => ({ id: Number(params.id), brought: Number(params.brought) }) },
	{ path: '/minutes/:id(\\d+)', name: 'minutes-run', component: () => import('./ui/RunPage.vue'), props: ({ params }) => ({ id: Number(params.id) }) },
]
