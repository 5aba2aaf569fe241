/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group, NewGroup } from '../model.ts'
import type { GroupRun, GroupsRun } from './makeGroups.ts'
import type { GroupOrder, RunOptions, RunResult } from './run.ts'
import type { Steps } from './steps.ts'
import type { UndoRequest, UndoResult } from './undo.ts'
import type { UndoPreview } from './undoPreview.ts'

import { useQueryCache } from '@pinia/colada'
import { useDeck } from '../../board/index.ts'
import { useSession } from '../../settings/index.ts'
import { useInvalidateNeighbourhoods } from '../../shared/composables/useInvalidateNeighbourhoods.ts'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import { randomWord } from '../../shared/lib/randomWord.ts'
import * as gateway from '../gateway.ts'
import { Calls } from './calls.ts'
import { clock, ports } from './gateway.ts'
import { makeGroups } from './makeGroups.ts'
import { makeGroup } from './run.ts'
import { undoGroup } from './undo.ts'
import { previewUndo } from './undoPreview.ts'

/** Creates groups, and undoes that. */
export function useMaking() {
	const { uid } = useSession()
	const cache = useQueryCache()
	const aroundAgain = useInvalidateNeighbourhoods()
	const { open: openDeck } = useDeck()
	const refresh = () => {
		invalidateQueries(cache, { key: ['groups'] })
		// A board may have been shown before it was complete.
		invalidateQueries(cache, { key: ['boards'] })
		aroundAgain()
	}

	/** A person who has created a board has used Deck: all pages are notified. */
	function knowing<Progress>(onProgress: (progress: Progress) => void, stepsOf: (progress: Progress) => Steps[]): (progress: Progress) => void {
		return (progress) => {
			if (stepsOf(progress).some(({ board }) => board.state === 'done')) {
				openDeck()
			}
			onProgress(progress)
		}
	}

	return {
		/** Creates the row of a group, or finds the one with the same key or the same place in the same minutes. */
		create: (group: NewGroup): Promise<Group> => gateway.createGroup(group),

		/** Creates what is missing of one group, with the wishes of its person; stops after the current call. */
		async one(order: GroupOrder, signal: AbortSignal, onProgress: (steps: Steps) => void, wishes: Pick<RunOptions, 'recreate' | 'replace' | 'without' | 'again'>): Promise<RunResult> {
			try {
				return await makeGroup(ports, order, { ...clock, ...wishes, signal, onProgress: knowing(onProgress, (steps) => [steps]), me: uid, runner: randomWord() })
			} finally {
				refresh()
			}
		},

		/** Creates what is missing of some groups, one after another; stops after the current call. */
		async make(orders: readonly GroupOrder[], signal: AbortSignal, onProgress: (groups: GroupRun[]) => void): Promise<GroupsRun> {
			try {
				return await makeGroups(ports, orders, { ...clock, signal, onProgress: knowing(onProgress, (groups) => groups.map(({ steps }) => steps)), me: uid, runner: randomWord() })
			} finally {
				refresh()
			}
		},

		/** What undoing a group would delete now, and what would stay. */
		async preview(id: number, signal: AbortSignal): Promise<UndoPreview> {
			return previewUndo(ports, new Calls({ ...clock, signal }), uid, await gateway.getGroup(id, signal))
		},

		/**
		 * Undoes the creation of a group and deletes it.
		 *
		 * @param order the group, and what to delete
		 * @param signal stops it after the current call
		 * @param onHeld called with true while it waits for another run of this account
		 */
		async undo(order: UndoRequest, signal: AbortSignal, onHeld: (held: boolean) => void): Promise<UndoResult> {
			try {
				return await undoGroup(ports, order, { ...clock, signal, onHeld, me: uid, runner: randomWord() })
			} finally {
				refresh()
			}
		},
	}
}
