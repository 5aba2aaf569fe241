/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

import { useQueryCache } from '@pinia/colada'
import CardPage from './ui/CardPage.vue'
import MembersPage from './ui/MembersPage.vue'
import WelcomePage from './ui/WelcomePage.vue'
import { knownMine } from './queries.ts'

const id = (route: RouteLocationNormalized) => ({ id: Number(route.params.id) })

/** The pages of members; those most people never open are loaded when they do. */
export const memberRoutes: RouteRecordRaw[] = [
	{
		path: '/',
		name: 'welcome',
		component: WelcomePage,
		beforeEnter: () => knownMine(useQueryCache()) ? { name: 'members', replace: true } : true,
	},
	{ path: '/members', name: 'members', component: MembersPage },
	{ path: '/members/:id(\\d+)', name: 'member', component: CardPage, props: id },
	{ path: '/members/:id(\\d+)/edit', name: 'member-edit', component: () => import('./ui/editor/MemberEditor.vue'), props: id },
	{
		path: '/me',
		name: 'me',
		component: () => import('./ui/editor/MemberEditor.vue'),
		beforeEnter: () => knownMine(useQueryCache()) === null ? { name: 'welcome', replace: true } : true,
	},
	{ path: '/kept', name: 'kept', component: () => import('./ui/KeptPage.vue') },
	{ path: '/kept/new', name: 'kept-new', component: () => import('./ui/KeptNewPage.vue') },
	{ path: '/claim/:token', name: 'claim', component: () => import('./ui/ClaimPage.vue'), props: true },
]
