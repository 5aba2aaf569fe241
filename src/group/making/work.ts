/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckBoard, DeckStack } from '../../board/model.ts'
import type { Calls } from './calls.ts'
import type { GroupPlan } from './plan.ts'
import type { Making, Ports } from './ports.ts'
import type { StepState } from './steps.ts'

/** What the person may have made again when it is gone. */
export type CreatedThing = 'team' | 'board' | 'folder'

/** A run in the middle of its work. */
export interface Work {
	ports: Ports
	calls: Calls
	plan: GroupPlan
	/** Account of the maker. */
	me: string
	groupId: number
	/** The ids in it follow what is made. */
	making: Making
	/** An earlier run may have made things whose ids it could not save. */
	resumed: boolean
	recreate: ReadonlySet<CreatedThing>
	/** The board, once a step has opened it. */
	board?: OpenBoard
	/** Things made in this run: nothing can be in them that it has not put there. */
	made: Set<CreatedThing>
	/** Keeps an id before anything else is called. */
	keep: (thing: CreatedThing, ids: Partial<Pick<Making, 'teamId' | 'boardId' | 'folderId' | 'folderPath'>>) => Promise<void>
	progress: (done: number, of: number) => void
}

export interface OpenBoard {
	board: DeckBoard
	/** As they were read; empty on a board of this run. */
	stacks: DeckStack[]
	/** Id of each planned stack. */
	stackIds: number[]
	/** Ids by the titles of the plan. */
	labels: Map<string, number>
}

/** What it takes to look for something that was made without its id being saved. */
export type Search = Pick<Work, 'ports' | 'calls' | 'making' | 'me' | 'groupId'>

export const DONE: StepState = { state: 'done', without: [] }

/** The clocks of the servers that a Nextcloud runs on may differ by this much, in s. */
const SLACK = 5

/** Whether something created at this moment (in seconds) can belong to the group: nothing of a group is older than its row. */
export function isSince(moment: number, { begun }: Making): boolean {
	return moment >= begun - SLACK
}

/** Teams, boards and folders that belong to other groups. */
export async function idsOfOtherGroups({ ports, calls, groupId }: Pick<Work, 'ports' | 'calls' | 'groupId'>) {
	const others = (await calls.read(() => ports.groups.list())).filter(({ id }) => id !== groupId)
	return {
		teams: new Set(others.map(({ teamId }) => teamId)),
		boards: new Set(others.map(({ boardId }) => boardId)),
		folders: new Set(others.map(({ folderId }) => folderId)),
	}
}
