/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

const id = (route: RouteLocationNormalized) => ({ id: Number(route.params.id) })

/** The pages of groups. */
export const groupRoutes: RouteRecordRaw[] = [
	{ path: '/groups', name: 'groups', component: () => import('./ui/GroupsPage.vue') },
	{ path: '/groups/new', name: 'group-new', component: () => import('./ui/NewGroupPage.vue') },
	{ path: '/groups/:id(\\d+)', name: 'group', component: () => import('./ui/GroupPage.vue'), props: id },
	{ path: '/groups/:id(\\d+)/join', name: 'group-join', component: () => import('./ui/JoinPage.vue'), props: id },
	{ path: '/groups/:id(\\d+)/leave', name: 'group-leave', component: () => import('./ui/LeavePage.vue'), props: id },
	{ path: '/groups/:id(\\d+)/edit', name: 'group-edit', component: () => import('./ui/GroupEditPage.vue'), props: id },
	{ path: '/groups/:id(\\d+)/making', name: 'group-making', component: () => import('./ui/MakingPage.vue'), props: id },
	{ path: '/boards', name: 'boards', component: () => import('./ui/BoardsPage.vue') },
]
