/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

const page = () => import('./ui/MessagesPage.vue')

/** The pages of messages: the list, one conversation beside it, and a new one. */
export const messageRoutes: RouteRecordRaw[] = [
	{ path: '/messages', name: 'messages', component: page },
	{ path: '/messages/reported', name: 'messages-reported', component: page, props: { which: 'reported' } },
	{ path: '/messages/:conversation(\\d+)', name: 'conversation', component: page, props: (route) => ({ conversation: Number(route.params.conversation) }) },
	{ path: '/messages/to/:id(\\d+)', name: 'message-to', component: page, props: (route) => ({ to: Number(route.params.id) }) },
]
