/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The maps of the network. */
export const mapRoutes: RouteRecordRaw[] = [
	{ path: '/map', name: 'map', component: () => import('./ui/AroundPage.vue') },
	{ path: '/map/network', name: 'map-network', component: () => import('./ui/NetworkPage.vue') },
	{ path: '/map/territories', name: 'map-territories', component: () => import('./ui/TerritoriesPage.vue') },
	{ path: '/map/bridges', name: 'map-bridges', component: () => import('./ui/BridgesPage.vue') },
]
