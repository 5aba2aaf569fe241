/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { StepState } from './steps.ts'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNote, savedSteps, writeNote } from './note.ts'
import { isSettled, settledCount, STEPS, waitingSteps } from './steps.ts'

const state = fc.oneof(
	fc.constant<StepState>({ state: 'waiting' }),
	fc.constant<StepState>({ state: 'running', done: 1, of: 3 }),
	fc.constant<StepState>({ state: 'done', without: [] }),
	fc.constantFrom('absent', 'no_team').map((reason): StepState => ({ state: 'skipped', reason })),
	fc.constantFrom('not_allowed', 'gone').map((reason): StepState => ({ state: 'failed', reason, maybeDone: false })),
)

const things = { teamId: 't1', boardId: 1, folderId: 1 }

describe('the saved state of a run', () => {
	it('opens exactly the steps that are not done', () => {
		fc.assert(fc.property(fc.tuple(...STEPS.slice(1).map(() => state)), fc.constantFrom(...STEPS.slice(1)), (states, reached) => {
			const steps = { ...waitingSteps(), ...Object.fromEntries(STEPS.slice(1).map((step, index) => [step, states[index]!])), group: { state: 'done' as const, without: [] } }
			const back = savedSteps({ ...things, step: reached, note: writeNote(steps, reached) })
			for (const [index, step] of STEPS.entries()) {
				expect(isSettled(back[step])).toBe(index < STEPS.indexOf(reached) && steps[step].state === 'done')
			}
		}))
	})

	it('fits its field, also at its longest', () => {
		const all = Object.fromEntries(STEPS.map((step) => [step, { state: 'skipped', reason: 'too_many_requests' }])) as ReturnType<typeof waitingSteps>
		expect(writeNote(all, 'opening').length).toBeLessThanOrEqual(500)
	})

	it('reads only known values', () => {
		expect([...readNote('team:failed:gone nothing:failed:gone team:lost:x board:skipped:absent')]).toEqual([
			['team', { state: 'failed', reason: 'gone', maybeDone: false }],
			['board', { state: 'skipped', reason: 'absent' }],
		])
		expect(savedSteps({ ...things, step: 'unheard_of', note: null })).toEqual(savedSteps({ ...things, step: null, note: null }))
	})

	it('of an open group says that all is settled', () => {
		expect(settledCount(savedSteps({ ...things, step: 'done', note: '' }))).toBe(STEPS.length)
		expect(settledCount(savedSteps({ ...things, step: null, note: null }))).toBe(1)
	})

	it.each([
		['teamId', ['team', 'sharing', 'members']],
		['boardId', ['board', 'cards', 'sharing']],
		['folderId', ['folder']],
	] as const)('of a group without %s leaves its steps to do', (id, open) => {
		const steps = savedSteps({ ...things, [id]: null, step: 'done', note: null })
		expect(STEPS.filter((step) => !isSettled(steps[step]))).toEqual(open)
	})
})
