/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The meetings of a group. */
export const meetingRoutes: RouteRecordRaw[] = [
	{ path: '/groups/:id(\\d+)/meetings', name: 'group-meetings', component: () => import('./ui/MeetingsPage.vue'), props: ({ params, query }) => ({ id: Number(params.id), open: String(query.open ?? '') }) },
]
