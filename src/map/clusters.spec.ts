/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NetworkMap } from './model.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clustersOf } from './clusters.ts'
import { graphOf } from './graph.ts'

type Person = [groups: number[], themes: string[]]

function overview(people: readonly Person[]) {
	const groups = [...new Set(people.flatMap(([of]) => of))].sort()
	const themes = [...new Set(people.flatMap(([, of]) => of))].sort()
	const map: NetworkMap = {
		members: people.map(([of, about], i) => ({ id: i + 1, name: `Person ${i + 1}`, uid: null, groups: of, themes: about })),
		groups: groups.map((id) => ({ id, title: `Group ${id}` })),
		themes: themes.map((id) => ({ id, label: id })),
		links: [],
		relations: [],
		sectors: [],
		territories: [],
		total: people.length,
	}
	const work = clustersOf(graphOf(map))
	let step = work.next()
	while (!step.done) {
		step = work.next()
	}
	return step.value
}

const many = (count: number, person: Person) => Array.from({ length: count }, () => person)

describe('the network at a glance', () => {
	it('puts together groups and themes that have people in common', () => {
		const { clusters, bonds } = overview([...many(6, [[1], ['water', 'rain']]), ...many(4, [[2], ['wood']]), [[1, 2], ['water']], [[], []]])
		expect(clusters.map(({ groups, themes, members }) => [groups.map(({ label, people }) => `${label} ${people}`), themes.map(({ label, people }) => `${label} ${people}`), members.length])).toEqual([
			[['Group 1 7'], ['water 7', 'rain 6'], 7],
			[['Group 2 4'], ['wood 4'], 4],
		])
		expect(bonds).toEqual([{ a: 0, b: 1, people: 1 }])
	})

	it('is empty without people', () => {
		expect(overview([])).toEqual({ clusters: [], bonds: [] })
	})

	const networks = fc.array(fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }), fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 })), { maxLength: 40 })

	it('has everyone with a group or theme once, and every group and theme', () => {
		fc.assert(fc.property(networks, (people) => {
			const { clusters } = overview(people)
			const keys = clusters.flatMap(({ members }) => members).map(({ key }) => key)
			expect(keys.sort()).toEqual(people.flatMap(([groups, themes], i) => groups.length + themes.length > 0 ? [`m${i + 1}`] : []).sort())
			const hubs = clusters.flatMap(({ groups, themes }) => [...groups, ...themes].map(({ key }) => key))
			expect(hubs.sort()).toEqual([...new Set(people.flatMap(([groups, themes]) => [...groups.map((id) => `g${id}`), ...themes.map((id) => `t${id}`)]))].sort())
		}))
	})

	it('is the same at every visit', () => {
		fc.assert(fc.property(networks, (people) => {
			expect(overview(people)).toEqual(overview(people))
		}), { numRuns: 20 })
	})
})
