/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import './ui/groups.css'

export type { Order as MakingOrder } from './making/run.ts'
export type { OneOfSeveral } from './making/several.ts'
export type { Stay } from './making/undo.ts'
export type { Group, GroupSummary } from './model.ts'

export { folderOf } from './making/ofGroup.ts'
export { useMaking } from './making/queries.ts'
export { STEPS } from './making/steps.ts'
export { failedSentence, staySentence } from './making/words.ts'
export { FirstGroupsSchema, folderUrl, OwnGroupSchema, seedGroups, useGroups, useOwnGroups } from './queries.ts'
export { groupReasons } from './reasons.ts'
export { groupRoutes } from './routes.ts'
export { groupSectionsKey } from './ui/sections.ts'
export { default as MakingSteps } from './ui/MakingSteps.vue'
