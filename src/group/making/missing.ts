/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group, Making } from '../model.ts'
import type { Step, StepState } from './steps.ts'

import { readNote, STEPS } from './steps.ts'

/** Something missing in a group, and why. */
export interface MissingStep {
	step: Step
	state: StepState
}

/** What was not wanted, or depends on something else in the list. */
const UNSAID = ['not_wanted', 'declined', 'no_team', 'no_board', 'no_cards']

/** What is missing of an open group, in the order of creation: things that do not exist, and steps that were skipped or failed. */
export function missingOf({ teamId, teamGone, boardId, folderId }: Pick<Group, 'teamId' | 'teamGone' | 'boardId' | 'folderId'>, { note }: Pick<Making, 'note'>): MissingStep[] {
	const states = readNote(note)
	const there: Partial<Record<Step, boolean>> = { team: teamId !== null && !teamGone, board: boardId !== null, folder: folderId !== null }
	return STEPS.flatMap((step): MissingStep[] => {
		const state = step === 'team' && teamGone ? { state: 'failed' as const, reason: 'gone', maybeDone: false } : states.get(step)
		const open = state?.state === 'skipped' || state?.state === 'failed' ? state : undefined
		if (there[step] === false) {
			return [{ step, state: open ?? { state: 'waiting' } }]
		}
		return open && !UNSAID.includes(open.reason) ? [{ step, state: open }] : []
	})
}
