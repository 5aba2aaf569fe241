/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

import { subjectById } from '../shared/subject.ts'

const id = (route: RouteLocationNormalized) => ({ id: Number(route.params.id) })

/** The pages of notices. */
export const noticeRoutes: RouteRecordRaw[] = [
	{ path: '/notices', name: 'notices', component: () => import('./ui/list/NoticesPage.vue') },
	{ path: '/notices/mine', name: 'notices-mine', component: () => import('./ui/list/MyNoticesPage.vue') },
	{ path: '/notices/unanswered', name: 'notices-unanswered', component: () => import('./ui/list/UnansweredPage.vue') },
	{ path: '/notices/print', name: 'notices-print', component: () => import('./ui/list/NoticesPrintPage.vue') },
	{ path: '/notices/new', name: 'notice-new', component: () => import('./ui/editor/NewNoticePage.vue') },
	{ path: '/notices/:id(\\d+)', name: 'notice', component: () => import('./ui/NoticePage.vue'), props: id, meta: { subject: subjectById('notice') } },
	{ path: '/notices/:id(\\d+)/edit', name: 'notice-edit', component: () => import('./ui/editor/EditNoticePage.vue'), props: id },
	{ path: '/notices/:id(\\d+)/for', name: 'notice-people', component: () => import('./ui/people/PeoplePage.vue'), props: id },
	{ path: '/notices/:id(\\d+)/for/:member(\\d+)', name: 'notice-person', component: () => import('./ui/people/PersonPage.vue'), props: (route) => ({ ...id(route), member: Number(route.params.member) }) },
	{ path: '/notices/:id(\\d+)/answer', name: 'notice-answer', component: () => import('./ui/AnswerPage.vue'), props: id },
]
