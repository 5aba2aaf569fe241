/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Neighbourhood } from './model.ts'

import { describe, expect, it } from 'vitest'
import { THING_TYPES } from './model.ts'
import { kindOf, linkOf, linksIn, withBond, withoutLink } from './neighbourhood.ts'
import { madeBond, sampleAround, sampleBond, sampleNeighbour, sampleThing } from './testing/sample.ts'

const summary = ({ kinds }: Neighbourhood) => kinds.map(({ kind, total, items }) => [kind, total, ...items.map(({ title, bonds }) => `${title}: ${bonds.map(({ words }) => words).join(' · ')}`)])

const group = sampleThing({ type: 'group', id: '2', title: 'Eau de pluie', icon: 'group', uid: null })
const file = sampleThing({ type: 'file', id: '2', title: 'Le jardin sans clé', icon: 'sheet', uid: null })

it('every type has its kind', () => {
	expect(THING_TYPES.map((type) => kindOf({ type }))).toEqual(['people', 'groups', 'cards', 'cards', 'resources', 'notices'])
})

it('a link reads the same as when it was made', () => {
	const [subject, other] = [sampleThing(), file]
	expect(linkOf(subject, other, madeBond(1).link!)).toEqual({ a: { type: 'member', id: '7' }, b: { type: 'file', id: '2' }, relation: 'inspired-by' })
	expect(linkOf(subject, other, madeBond(1, { inverse: true }).link!)).toEqual({ a: { type: 'file', id: '2' }, b: { type: 'member', id: '7' }, relation: 'inspired-by' })
})

describe('one neighbour more', () => {
	const around = sampleAround([
		{ kind: 'people', total: 5, items: [sampleNeighbour({ id: '1', title: 'Ana' }), sampleNeighbour({ id: '2', title: 'Bo' })] },
		{ kind: 'resources', total: 1, items: [sampleNeighbour({ ...file })] },
	])

	it('is first of its kind, the kinds in their order', () => {
		expect(summary(withBond(around, group, madeBond(-1)))).toEqual([
			['people', 5, 'Ana: in the same group', 'Bo: in the same group'],
			['groups', 1, 'Eau de pluie: inspired by'],
			['resources', 1, 'Le jardin sans clé: in the same group'],
		])
	})

	it('that is already there counts nobody twice', () => {
		expect(summary(withBond(around, sampleThing({ id: '2', title: 'Bo' }), madeBond(-1)))[0]).toEqual(['people', 5, 'Bo: in the same group · inspired by', 'Ana: in the same group'])
	})

	it('is of another type if only the id is the same', () => {
		expect(summary(withBond(around, sampleThing({ type: 'member', id: '22', title: 'Cia' }), madeBond(-1)))[0]![1]).toBe(6)
	})

	it('that is a file is added only where files are listed', () => {
		expect(withBond(around, file, madeBond(-1))).toBe(around)
		expect(summary(withBond(sampleAround(), file, madeBond(-1), 'resources'))).toEqual([['resources', 1, 'Le jardin sans clé: inspired by']])
	})

	it('is not added to a list of another kind', () => {
		expect(withBond(around, group, madeBond(-1), 'people')).toBe(around)
		expect(summary(withBond(sampleAround(), group, madeBond(-1), 'groups'))).toEqual([['groups', 1, 'Eau de pluie: inspired by']])
	})
})

describe('one link less', () => {
	const around = sampleAround([
		{ kind: 'people', total: 5, items: [sampleNeighbour({ id: '1', title: 'Ana', bonds: [sampleBond(), madeBond(4)] }), sampleNeighbour({ id: '2', title: 'Bo', bonds: [madeBond(5)] })] },
		{ kind: 'groups', total: 1, items: [sampleNeighbour({ ...group, bonds: [madeBond(6)] })] },
	])

	it('knows its links', () => {
		expect(linksIn(around)).toEqual([4, 5, 6])
	})

	it.each([
		['leaves who is there for another reason', 4, [['people', 5, 'Ana: in the same group', 'Bo: inspired by'], ['groups', 1, 'Eau de pluie: inspired by']]],
		['takes who was there for nothing else', 5, [['people', 4, 'Ana: in the same group · inspired by'], ['groups', 1, 'Eau de pluie: inspired by']]],
		['takes a kind that is empty', 6, [['people', 5, 'Ana: in the same group · inspired by', 'Bo: inspired by']]],
		['changes nothing where it is not', 99, summary(around)],
	])('%s', (_, link, left) => {
		expect(summary(withoutLink(around, link))).toEqual(left)
	})
})
