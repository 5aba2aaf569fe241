/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckBoard, DeckStack } from '../../board/model.ts'
import type { Calls } from './calls.ts'
import type { GroupPlan } from './plan.ts'
import type { Making, Ports } from './ports.ts'
import type { Step, StepState } from './steps.ts'

import { savedSteps } from './note.ts'
import { isSettled } from './steps.ts'

/** What the person can have created again if it was deleted. */
export type CreatedThing = 'team' | 'board' | 'folder'

/** The state of a run. */
export interface Work {
	ports: Ports
	calls: Calls
	plan: GroupPlan
	/** Account of the creator. */
	me: string
	groupId: number
	/** Its ids are updated during the run. */
	making: Making
	/** An earlier run of the same account may have created things without saving their ids. */
	resumed: boolean
	recreate: ReadonlySet<CreatedThing>
	replace: ReadonlySet<CreatedThing>
	/** The board, once a step has loaded it. */
	board?: OpenBoard
	/** Things created in this run: only the run itself can have put content into them. */
	made: Set<CreatedThing>
	/** Saves an id before anything else is called. */
	keep: (thing: CreatedThing, ids: Partial<Pick<Making, 'teamId' | 'boardId' | 'folderId' | 'folderPath'>>) => Promise<void>
	progress: (done: number, of: number) => void
}

export interface OpenBoard {
	board: DeckBoard
	/** As loaded; empty for a board of this run. */
	stacks: DeckStack[]
	/** Id of each planned stack. */
	stackIds: number[]
	/** Ids by the titles of the plan. */
	labels: Map<string, number>
}

/** What is needed to find something that was created without its id being saved. */
export type Search = Pick<Work, 'ports' | 'calls' | 'making' | 'me' | 'groupId'>

export const DONE: StepState = { state: 'done', without: [] }

/** Another account saved it, or it is not mine: with my rights nothing is done to it. */
export const NOT_MINE: StepState = { state: 'failed', reason: 'not_mine', maybeDone: false }

/**
 * Whether another thing is created instead of the saved one: the person wants that, or they took over a group that is not open yet from the account that
 * saved it, whose thing stays theirs.
 */
export function mayReplace({ replace, making }: Pick<Work, 'replace' | 'making'>, thing: CreatedThing): boolean {
	return replace.has(thing) || (!making.own[thing] && making.step !== 'done')
}

/** Whether nothing was left to do of a step before this run, which only looks whether its thing still exists. */
export function wasSettled({ making }: Pick<Work, 'making'>, step: Step): boolean {
	return isSettled(savedSteps(making)[step])
}

/** Maximum difference between the clocks of the servers of one Nextcloud, in seconds. */
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
