/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

const id = (route: RouteLocationNormalized) => ({ id: Number(route.params.id) })

/** For everyone, the letters that were sent; for facilitators, also drafts. */
export const letterRoutes: RouteRecordRaw[] = [
	{ path: '/letters', name: 'letters', component: () => import('./ui/LettersPage.vue') },
	{ path: '/letters/:id(\\d+)', name: 'letter', component: () => import('./ui/LetterPage.vue'), props: id },
	{ path: '/letters/:id(\\d+)/edit', name: 'letter-edit', component: () => import('./ui/editor/EditorPage.vue'), props: id },
	{ path: '/letters/:id(\\d+)/print', name: 'letter-print', component: () => import('./ui/PrintLetter.vue'), props: id },
	{ path: '/letters/:id(\\d+)/send', name: 'letter-send', component: () => import('./ui/SendPage.vue'), props: id },
]
