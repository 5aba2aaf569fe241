/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The pages of messages: the list, one conversation next to it, and a new one. */
export const messageRoutes: RouteRecordRaw[] = [
	{ path: '/messages', name: 'messages', component: () => import('./ui/MessagesPage.vue') },
	{ path: '/messages/reported', name: 'messages-reported', component: () => import('./ui/MessagesPage.vue'), props: { which: 'reported' } },
	{ path: '/messages/:conversation(\\d+)', name: 'conversation', component: () => import('./ui/MessagesPage.vue'), props: (route) => ({ conversation: Number(route.params.conversation) }) },
	{ path: '/messages/to/:id(\\d+)', name: 'message-to', component: () => import('./ui/MessagesPage.vue'), props: (route) => ({ to: Number(route.params.id) }) },
]
