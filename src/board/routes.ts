/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

/** The pages of boards that belong to no group. */
export const boardRoutes: RouteRecordRaw[] = [
	{ path: '/board-models', name: 'board-models', component: () => import('./ui/ModelsPage.vue') },
]
