/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

const id = (route: RouteLocationNormalized) => ({ id: Number(route.params.id) })

/** For facilitators, sessions; for everyone, their own needs and offers. */
export const sessionRoutes: RouteRecordRaw[] = [
	{ path: '/sessions', name: 'sessions', component: () => import('./ui/SessionsPage.vue') },
	{ path: '/sessions/:id(\\d+)', name: 'session', component: () => import('./ui/SessionPage.vue'), props: id },
	{ path: '/sessions/:id(\\d+)/end', name: 'session-end', component: () => import('./ui/EndPage.vue'), props: id },
	{ path: '/sessions/:id(\\d+)/print', name: 'session-print', component: () => import('./ui/PrintPage.vue'), props: id },
	{ path: '/said', name: 'said', component: () => import('./ui/SaidPage.vue') },
]
