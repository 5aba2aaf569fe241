/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The calendar of the person, and how other calendars read it. */
export const calendarRoutes: RouteRecordRaw[] = [
	{ path: '/calendar', name: 'calendar', component: () => import('./ui/CalendarPage.vue') },
]
