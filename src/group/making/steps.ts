/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
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
