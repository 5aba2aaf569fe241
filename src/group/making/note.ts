/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Making } from './ports.ts'
import type { Step, Steps, StepState } from './steps.ts'

import { STEPS } from './steps.ts'

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
