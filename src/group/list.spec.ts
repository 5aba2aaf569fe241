/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { groupSections, isEnded, oneLine } from './list.ts'
import { sampleMine, sampleSummaryOfGroup } from './testing/sample.ts'

const group = (id: number, changes: Parameters<typeof sampleSummaryOfGroup>[0] = {}) => sampleSummaryOfGroup({ id, ...changes })
const ids = (groups: { id: number }[]) => groups.map(({ id }) => id)

describe('the sections of the list of groups', () => {
	const groups = [
		group(1, { mine: sampleMine({ state: 'invited' }), status: 'closed' }),
		group(2, { mine: sampleMine({ state: 'left' }) }),
		group(3, { status: 'forming' }),
		group(4, { status: 'dormant' }),
		group(5, { mine: sampleMine(), status: 'dormant' }),
		group(6, { status: 'closed', mine: sampleMine({ state: 'declined' }) }),
	]

	it('are mine, active ones and ended ones; each group is in one', () => {
		const { mine, living, ended } = groupSections(groups)
		expect([ids(mine), ids(living), ids(ended)]).toEqual([[1, 5], [2, 3], [4, 6]])
	})

	it('are filtered by words in any place, ignoring accents', () => {
		const some = [group(1, { title: 'Fête des ratés' }), group(2, { purpose: 'Une FETE au village' }), group(3, { facilitators: [{ id: 1, uid: null, name: 'Odile Fêtelard', until: null }] }), group(4)]
		expect(ids(groupSections(some, ' fete ').living)).toEqual([1, 2, 3])
		expect(ids(groupSections(some, 'village fete').living)).toEqual([2])
		expect(ids(groupSections(some, 'vélo').living)).toEqual([])
	})
})

it('a purpose is shown in one line', () => {
	expect(oneLine(' Garder l’eau\n\nlà où elle tombe. ')).toBe('Garder l’eau là où elle tombe.')
})

it.each([
	['2026-11-24', 'active', false],
	['2026-11-23', 'active', true],
	['2026-11-23', 'requested', false],
	[null, 'active', false],
] as const)('an engagement until %s, %s, is over: %s', (until, state, over) => {
	expect(isEnded(sampleMine({ until, state }), '2026-11-24')).toBe(over)
})
