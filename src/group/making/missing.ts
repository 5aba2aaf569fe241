/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group, Making } from '../model.ts'
import type { Ports } from './ports.ts'
import type { Step, Steps, StepState } from './steps.ts'

import { isReason } from '../../api/apiError.ts'
import { teamAccess } from '../boardAccess.ts'
import { readNote } from './note.ts'
import { STEPS } from './steps.ts'

/** Something missing in a group, and why. */
export interface MissingStep {
	step: Step
	state: StepState
}

/** What Deck and Files no longer have as this account left it: the board, its share with the team, the folder. */
export type LostThing = 'board' | 'sharing' | 'folder'

/** What was not wanted, or depends on something else in the list. */
const UNSAID = ['not_wanted', 'declined', 'no_team', 'no_board', 'no_cards']

/** The states of the steps whose results are lost. */
export function lostSteps(lost: readonly LostThing[]): Partial<Steps> {
	return Object.fromEntries(lost.map((thing) => [thing, thing === 'sharing' ? { state: 'waiting' } : { state: 'failed', reason: 'gone', maybeDone: false }]))
}

/** The lost things of a group. What others created is not looked for: only they can mend it. */
export async function findLostThings(
	{ deck, folder }: { deck: Pick<Ports['deck'], 'getBoard'>, folder: Pick<Ports['folder'], 'locate'> },
	{ own, teamId, boardId, folderId, folderPath }: Pick<Making, 'own' | 'teamId' | 'boardId' | 'folderId' | 'folderPath'>,
	teamGone: boolean,
): Promise<LostThing[]> {
	const lost: LostThing[] = []
	if (own.board && boardId !== null) {
		try {
			const board = await deck.getBoard(boardId)
			if (teamId !== null && !teamGone && !teamAccess(board, teamId)) {
				lost.push('sharing')
			}
		} catch (error) {
			// Deck answers for a deleted board as for one of others.
			if (isReason(error, 'not_allowed', 'not_found')) {
				lost.push('board')
			} else if (!isReason(error, 'absent')) {
				throw error
			}
		}
	}
	if (own.folder && folderId !== null && folderPath !== null && await folder.locate(folderPath, folderId) === null) {
		lost.push('folder')
	}
	return lost
}

/** What is missing of an open group, in the order of creation: things that do not exist, and steps that were skipped or failed. */
export function missingOf(
	{ teamId, teamGone, boardId, folderId }: Pick<Group, 'teamId' | 'teamGone' | 'boardId' | 'folderId'>,
	{ note }: Pick<Making, 'note'>,
	lost: readonly LostThing[] = [],
): MissingStep[] {
	const states = new Map([...readNote(note), ...Object.entries({ ...lostSteps(lost), ...teamGone ? { team: { state: 'failed', reason: 'gone', maybeDone: false } } : {} }) as [Step, StepState][]])
	const there: Partial<Record<Step, boolean>> = { team: teamId !== null && !teamGone, board: boardId !== null, folder: folderId !== null }
	return STEPS.flatMap((step): MissingStep[] => {
		const state = states.get(step)
		const open = state?.state === 'done' ? undefined : state
		if (there[step] === false) {
			return [{ step, state: open ?? { state: 'waiting' } }]
		}
		return open && !('reason' in open && UNSAID.includes(open.reason)) ? [{ step, state: open }] : []
	})
}
