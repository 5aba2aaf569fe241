/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteRecordRaw } from 'vue-router'

import { subjectOf } from './files/place.ts'
import { sheetRoutes } from './sheet/routes.ts'

/** The pages of the library, loaded on demand. */
export const libraryRoutes: RouteRecordRaw[] = [
	{ path: '/library', name: 'library', component: () => import('./ui/LibraryPage.vue'), meta: { subject: ({ query }) => subjectOf(query) } },
	...sheetRoutes,
]
