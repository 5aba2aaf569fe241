/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Making } from './ports.ts'

/**
 * In this order; a step comes after its requirements. People join the team once board and folder are shared with it: Teams caches for a
 * quarter of an hour what an account can see, and would show a folder shared later only after that.
 */
export const STEPS = ['group', 'team', 'board', 'cards', 'sharing', 'folder', 'members', 'channel', 'opening'] as const
export type Step = typeof STEPS[number]

/**
 * State of a step.
 * - running, `held`: another run of the same account has the lease, and is waited for
 * - done, `without`: accounts or titles of cards that were refused and left out; `as`: how, if worth mentioning
 * - skipped: nothing to do, or not possible here; the group works without it
 * - failed, `maybeDone`: the service may have done it without being able to say so; resuming checks first
 */
export type StepState = { state: 'waiting' }
	| { state: 'running', done: number, of: number, held?: boolean }
	| { state: 'done', without: string[], as?: string }
	| { state: 'skipped', reason: string }
	| { state: 'failed', reason: string, maybeDone: boolean }

export type Steps = Readonly<Record<Step, StepState>>

/** Nothing is started. */
export function waitingSteps(): Steps {
	return Object.fromEntries(STEPS.map((step) => [step, { state: 'waiting' }])) as Steps
}

/** Whether a step is settled. */
export function isSettled({ state }: StepState): boolean {
	return state === 'done' || state === 'skipped'
}

/**
 * The steps so far that are not done, or done in a way worth mentioning, in one line that is stored with the group:
 * `team:failed:not_allowed sharing:skipped:no_team folder:done:space`.
 */
export function writeNote(steps: Steps, reached: Step): string {
	return STEPS.slice(0, STEPS.indexOf(reached)).flatMap((step) => {
		const state = steps[step]
		switch (state.state) {
			case 'done':
				return state.as === undefined ? [] : [`${step}:done:${state.as}`]
			case 'skipped':
			case 'failed':
				return [`${step}:${state.state}:${state.reason}`]
			default:
				return [`${step}:failed:unfinished`]
		}
	}).join(' ')
}

/** The states in a note; what it does not name is not in the result. */
export function readNote(note: string | null): Map<Step, StepState> {
	const found = new Map<Step, StepState>()
	for (const [, step, state, reason] of (note ?? '').matchAll(/(?<!\w)(\w+):(done|skipped|failed):(\w+)/g)) {
		if ((STEPS as readonly string[]).includes(step!)) {
			found.set(step as Step, noted(state!, reason!))
		}
	}
	return found
}

function noted(state: string, reason: string): StepState {
	switch (state) {
		case 'done':
			return { state, without: [], as: reason }
		case 'skipped':
			return { state, reason }
		default:
			return { state: 'failed', reason, maybeDone: false }
	}
}

/** What a step needs to exist before it can be done. */
const NEEDED: Partial<Record<Step, ('teamId' | 'boardId' | 'folderId')[]>> = {
	team: ['teamId'],
	board: ['boardId'],
	cards: ['boardId'],
	sharing: ['teamId', 'boardId'],
	folder: ['folderId'],
	members: ['teamId'],
}

/**
 * What is known of a group before a run asks the services: the steps before the current one are done, unless the note says
 * otherwise or their thing does not exist. What was skipped or failed is open again.
 */
export function savedSteps(making: Pick<Making, 'step' | 'note' | 'teamId' | 'boardId' | 'folderId'>): Steps {
	const reached = making.step === 'done' ? STEPS.length : Math.max(1, STEPS.indexOf(making.step as Step))
	const states = readNote(making.note)
	return Object.fromEntries(STEPS.map((name, index) => {
		const state = states.get(name) ?? { state: 'done', without: [] }
		const exists = NEEDED[name]?.every((id) => making[id] !== null) ?? true
		return [name, exists && index < reached && state.state === 'done' ? state : { state: 'waiting' }]
	})) as Steps
}

/** For a summary: the number of settled steps. */
export function settledCount(steps: Steps): number {
	return STEPS.filter((step) => isSettled(steps[step])).length
}

/** What a finished run left out although it was wanted, and things that lack some accounts or cards. */
export function skippedSteps(steps: Steps): Step[] {
	return STEPS.filter((step) => {
		const state = steps[step]
		return state.state === 'skipped' ? !['not_wanted', 'declined'].includes(state.reason) : state.state === 'done' && state.without.length > 0
	})
}
