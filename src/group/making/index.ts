/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Separate from the other index, which every page loads: no start page creates groups.

export type { GroupOrder as MakingOrder } from './run.ts'
export type { GroupRun } from './makeGroups.ts'
export type { KeptItem } from './undo.ts'
export type { UndoPreview } from './undoPreview.ts'

export { default as MakingSteps } from '../ui/MakingSteps.vue'
export { useGroup, useRoster } from '../queries.ts'
export { folderOf } from './planOfGroup.ts'
export { Calls, RunEnded } from './calls.ts'
export { useMaking } from './queries.ts'
export { skippedSteps, STEPS } from './steps.ts'
export { failedSentence, heldSentence, staySentence, thingsWords } from './words.ts'
