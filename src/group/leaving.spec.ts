/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Leaving, LeavingPorts, LeavingStep } from './leaving.ts'

import { describe, expect, it } from 'vitest'
import { ApiError } from '../api/apiError.ts'
import { cardsOf, leave, stepsOf } from './leaving.ts'
import { sampleCard, sampleStack } from './testing/sample.ts'

const leaving: Leaving = {
	uid: 'remi',
	note: 'Merci',
	successor: { id: 9, uid: 'ida' },
	boardTo: 'ida',
	boardId: 3,
	teamId: 'team',
	madeBoard: false,
	cards: { 1: 'ida', 2: null },
}

/** Deck, Teams and our server, as one world that remembers; its call of a given number fails, before or after it did its work. */
function world(fails?: { call: number, after: boolean }) {
	const cards = [
		sampleCard({ id: 1 }),
		sampleCard({ id: 2, assigned: ['remi', 'ana'] }),
		sampleCard({ id: 3, assigned: ['ana'] }),
		sampleCard({ id: 4, done: '2026-11-01T10:00:00+00:00' }),
	]
	const state = { facilitator: 'remi', owner: 'remi', inGroup: true, inTeam: true, acl: [{ id: 8, uid: 'remi' }], note: '' }
	const calls: string[] = []
	async function call<T>(name: string, work: () => T): Promise<T> {
		calls.push(name)
		const failing = calls.length === fails?.call
		if (failing && !fails.after) {
			throw new ApiError(0, 'offline')
		}
		const result = work()
		if (failing) {
			throw new ApiError(500, 'server')
		}
		return result
	}
	const card = (id: number) => cards.find((one) => one.id === id)!
	const ports: LeavingPorts = {
		facilitate: (id) => call('facilitate', () => {
			state.facilitator = id === 9 ? 'ida' : '?'
		}),
		listStacks: () => call('stacks', () => structuredClone([sampleStack(cards), sampleStack([sampleCard({ id: 5 })], { id: 2, title: 'Fait' })])),
		getBoard: () => call('board', () => ({ owner: state.owner, acl: [{ id: 1, type: 7, participant: 'team' }, ...state.acl.map(({ id, uid }) => ({ id, type: 0, participant: uid }))] }) as never),
		assignUser: (id, uid) => call('assign', () => {
			if (card(id).assigned.includes(uid)) {
				throw new ApiError(400, 'refused')
			}
			card(id).assigned.push(uid)
		}),
		unassignUser: (id, uid) => call('unassign', () => {
			if (!card(id).assigned.includes(uid)) {
				throw new ApiError(404, 'not_found')
			}
			card(id).assigned = card(id).assigned.filter((one) => one !== uid)
		}),
		transferOwner: (_, uid) => call('transfer', () => {
			if (state.owner !== 'remi') {
				throw new ApiError(403, 'not_allowed')
			}
			state.owner = uid
		}),
		removeAcl: (_, id) => call('removeAcl', () => {
			state.acl = state.acl.filter((one) => one.id !== id)
		}),
		leaveGroup: (note) => call('leaveGroup', () => {
			// Leaving again adds the same note.
			state.inGroup = false
			state.note = note
		}),
		leaveTeam: () => call('leaveTeam', () => {
			state.inTeam = false
			return 'Toits'
		}),
	}
	return { ports, state, cards, calls, heal: () => fails && Object.assign(fails, { call: -1 }) }
}

const left = { facilitator: 'ida', owner: 'ida', inGroup: false, inTeam: false, acl: [], note: 'Merci' }
const handedOver = [['ida'], ['ana'], ['ana'], ['remi']]

it('the cards are those that are mine and not done', () => {
	const stacks = [sampleStack([sampleCard({ id: 1 }), sampleCard({ id: 2, done: '2026-01-01' }), sampleCard({ id: 3, assigned: ['ana'] })]), sampleStack([sampleCard({ id: 4 })], { isDone: true })]
	expect(cardsOf(stacks, 'remi').map(({ id }) => id)).toEqual([1])
})

describe('leaving', () => {
	it('hands over everything, and leaves the team last', async () => {
		const { ports, state, cards, calls } = world()
		const done = new Set<LeavingStep>()
		await leave(leaving, ports, done)
		expect(state).toEqual(left)
		expect(cards.map(({ assigned }) => assigned)).toEqual(handedOver)
		expect(calls.at(-1)).toBe('leaveTeam')
		expect([...done]).toEqual(['facilitation', 'cards', 'board', 'group', 'team'])
	})

	it('hands over a board without a team only if the person made it for the group', async () => {
		for (const madeBoard of [false, true]) {
			const { ports, calls } = world()
			await leave({ ...leaving, madeBoard, teamId: null }, ports, new Set())
			expect(calls.includes('transfer')).toBe(madeBoard)
		}
	})

	it('asks neither Deck nor Teams if the group has nothing there', async () => {
		const { ports, calls } = world()
		const little = { ...leaving, successor: null, boardId: null, teamId: null }
		expect(stepsOf(little)).toEqual(['group'])
		await leave(little, ports, new Set())
		expect(calls).toEqual(['leaveGroup'])
	})

	const total = 11
	const faults = Array.from({ length: total }, (_, index) => [{ call: index + 1, after: false }, { call: index + 1, after: true }]).flat()
	it.each(faults)('after a failure of call $call (its work done: $after), resuming has the same result, with nothing done twice', async (fault) => {
		const { ports, state, cards, heal } = world({ ...fault })
		const done = new Set<LeavingStep>()
		await expect(leave(leaving, ports, done)).rejects.toBeInstanceOf(ApiError)
		// A person still in the team can continue.
		if (!done.has('group')) {
			expect(state.inTeam).toBe(true)
		}
		heal()
		await leave(leaving, ports, done)
		expect(state).toEqual(left)
		expect(cards.map(({ assigned }) => assigned)).toEqual(handedOver)
	})

	it('makes as many calls as the faults above try', async () => {
		const { ports, calls } = world()
		await leave(leaving, ports, new Set())
		expect(calls).toHaveLength(total)
	})
})
