/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RouteLocationNormalized, RouteRecordRaw } from 'vue-router'

import { subjectById } from '../../shared/subject.ts'

const file = (route: RouteLocationNormalized) => ({ file: String(route.params.file) })

/** The subject of the page: the file; what is linked with it is shown in the sidebar. */
const subject = subjectById('file', 'file')

/** The pages of sheets. */
export const sheetRoutes: RouteRecordRaw[] = [
	{ path: '/library/tell', name: 'sheet-tell', component: () => import('../ui/sheet/TellPage.vue') },
	{ path: '/library/sheet/:file(\\d+)', name: 'sheet', component: () => import('../ui/sheet/SheetPage.vue'), props: file, meta: { subject } },
	{ path: '/library/sheet/:file(\\d+)/edit', name: 'sheet-edit', component: () => import('../ui/sheet/SheetEditPage.vue'), props: file },
	{ path: '/library/sheet/:file(\\d+)/write', name: 'sheet-write', component: () => import('../ui/sheet/WriteToAuthorPage.vue'), props: (route) => ({ ...file(route), to: Number(route.query.to) || undefined }) },
	{ path: '/library/sheet/:file(\\d+)/signatures', name: 'sheet-signatures', component: () => import('../ui/sheet/SignaturesPage.vue'), props: file },
]
