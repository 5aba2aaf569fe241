/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

/** The reasons to meet a person, for their card. */
export const CardMatch = laterPart(later(() => import('./ui/CardMatch.vue')))

/** Who could help with what I have just written on my card. */
export const NeedPeople = laterPart(later(() => import('./ui/NeedPeople.vue')))

/** The people I could inform of my notice. */
export const NoticeMatches = laterPart(later(() => import('./ui/NoticeMatches.vue')))

export { matchingReasons } from './reasons.ts'
export { matchingRoutes } from './routes.ts'
