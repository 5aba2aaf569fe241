/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import AwaitCharter from './ui/AwaitCharter.vue'
import AwaitKept from './ui/AwaitKept.vue'
import AwaitOver from './ui/AwaitOver.vue'
import AwaitRequest from './ui/AwaitRequest.vue'
import { later } from '../shared/later.ts'
import { laterPart } from '../shared/laterPart.ts'

import './ui/groups.css'

export type { Group, GroupSummary } from './model.ts'

export { FirstGroupsSchema, folderUrl, OwnGroupSchema, seedGroups, useGroups, useOwnGroups } from './queries.ts'
export { groupReasons } from './reasons.ts'
export { groupRoutes } from './routes.ts'
export { groupSectionsKey } from './ui/sections.ts'

/** Groups that a search for people finds as well. */
export const AlsoGroups = laterPart(later(() => import('./ui/AlsoGroups.vue')))

/** How what groups need from a person is answered on the home page. */
export const groupAnswers = {
	group_requests: AwaitRequest,
	group_kept_invited: AwaitKept,
	group_over: AwaitOver,
	charter_asked: AwaitCharter,
}
