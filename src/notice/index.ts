/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export { noticeRoutes } from './routes.ts'
export type { Notice } from './model.ts'
export { default as MakeNotice } from './ui/MakeNotice.vue'
export { noticePeopleKey, noticeSectionsKey } from './ui/sections.ts'

/** Notices that also match a search for people. */
export const AlsoNotices = laterPart(later(() => import('./ui/list/AlsoNotices.vue')))
