/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

import { subjectById } from '../shared/subject.ts'

const id = (route: RouteLocationNormalized) => ({ id: Number(route.params.id) })
const meta = { subject: subjectById('group') }

/** The pages of groups. */
export const groupRoutes: RouteRecordRaw[] = [
	{ path: '/groups', name: 'groups', component: () => import('./ui/GroupsPage.vue') },
	{ path: '/groups/new', name: 'group-new', component: () => import('./ui/NewGroupPage.vue') },
	{ path: '/groups/:id(\\d+)', name: 'group', component: () => import('./ui/GroupPage.vue'), props: id, meta },
	{ path: '/groups/:id(\\d+)/join', name: 'group-join', component: () => import('./ui/JoinPage.vue'), props: id, meta },
	{ path: '/groups/:id(\\d+)/write', name: 'group-write', component: () => import('./writing/ui/WritePage.vue'), props: id, meta },
	{ path: '/groups/:id(\\d+)/leave', name: 'group-leave', component: () => import('./ui/LeavePage.vue'), props: id, meta },
	{ path: '/groups/:id(\\d+)/edit', name: 'group-edit', component: () => import('./ui/GroupEditPage.vue'), props: id, meta },
	{ path: '/groups/:id(\\d+)/making', name: 'group-making', component: () => import('./ui/MakingPage.vue'), props: id, meta },
	{ path: '/charter', name: 'charter', component: () => import('./ui/CharterPage.vue') },
	{ path: '/boards', name: 'boards', component: () => import('./ui/BoardsPage.vue') },
]
