/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The notification settings. */
export const deliveryRoutes: RouteRecordRaw[] = [
	{ path: '/notifications', name: 'notifications', component: () => import('./ui/NotificationsPage.vue') },
]
