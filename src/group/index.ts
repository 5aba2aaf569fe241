/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

import './ui/groups.css'

export type { Group, GroupSummary } from './model.ts'

export { FirstGroupsSchema, folderUrl, OwnGroupSchema, seedGroups, useGroups, useOwnGroups } from './queries.ts'
export { groupReasons } from './reasons.ts'
export { groupRoutes } from './routes.ts'
export { groupNowKey, groupSectionsKey } from './ui/sections.ts'

/** Groups that also match a search for people. */
export const AlsoGroups = laterPart(later(() => import('./ui/AlsoGroups.vue')))

const loadAwaits = later(() => import('./ui/awaits.ts'))

/** Answers on the home page to what groups need from a person, by kind; loaded when something waits. */
export const groupAnswers = async () => (await loadAwaits()).groupAwaits
