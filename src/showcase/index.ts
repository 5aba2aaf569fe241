/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

export { showcaseRoutes } from './routes.ts'

/** On the page of a kept card: whether it is in the showcase. */
export const CardShowcase = laterPart(later(() => import('./ui/CardShowcase.vue')))

/** The same for facilitators of a group. */
export const GroupShowcase = laterPart(later(() => import('./ui/GroupShowcase.vue')))

/** The same below a sheet. */
export const SheetShowcase = laterPart(later(() => import('./ui/SheetShowcase.vue')))

/** The same on the page of a notice. */
export const NoticeShowcase = laterPart(later(() => import('./ui/NoticeShowcase.vue')))
