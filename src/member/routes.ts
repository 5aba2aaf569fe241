/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

import { useQueryCache } from '@pinia/colada'
import { defineComponent, h } from 'vue'
import CardPage from './ui/CardPage.vue'
import HomePage from './ui/HomePage.vue'
import MembersPage from './ui/MembersPage.vue'
import WelcomePage from './ui/WelcomePage.vue'
import { subjectById } from '../shared/subject.ts'
import { knownMine } from './queries.ts'

const id = (route: RouteLocationNormalized) => ({ id: Number(route.params.id) })

/** Chosen on entry: after creating a card on the welcome page, the router already leads to it. */
const Start = defineComponent(() => {
	const page = knownMine(useQueryCache()) ? HomePage : WelcomePage
	return () => h(page)
})

/** The pages of members; rarely used ones are loaded on demand. */
export const memberRoutes: RouteRecordRaw[] = [
	{ path: '/', name: 'home', component: Start },
	{ path: '/members', name: 'members', component: MembersPage },
	{ path: '/members/print', name: 'members-print', component: () => import('./ui/handout/PrintPage.vue') },
	{ path: '/members/:id(\\d+)', name: 'member', component: CardPage, props: id, meta: { subject: subjectById('member') } },
	{ path: '/members/:id(\\d+)/edit', name: 'member-edit', component: () => import('./ui/editor/MemberEditor.vue'), props: id },
	{
		path: '/me',
		name: 'me',
		component: () => import('./ui/editor/MemberEditor.vue'),
		beforeEnter: () => knownMine(useQueryCache()) === null ? { name: 'home', replace: true } : true,
	},
	{
		path: '/welcome',
		name: 'first-meetings',
		component: () => import('./ui/FirstMatchesPage.vue'),
		beforeEnter: () => knownMine(useQueryCache()) === null ? { name: 'home', replace: true } : true,
	},
	{ path: '/kept', name: 'kept', component: () => import('./ui/KeptPage.vue') },
	{ path: '/kept/new', name: 'kept-new', component: () => import('./ui/KeptNewPage.vue') },
	{ path: '/import', name: 'import', component: () => import('./ui/import/ImportPage.vue') },
	{ path: '/claim/:token', name: 'claim', component: () => import('./ui/ClaimPage.vue'), props: true },
]
