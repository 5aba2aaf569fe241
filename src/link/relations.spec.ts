/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { chosen, firstChoice, lastChoice, offeredBetween, saveChoice } from './relations.ts'
import { sampleRelations } from './testing/sample.ts'

const member = { type: 'member' } as const
const file = { type: 'file' } as const

describe('the chosen relation', () => {
	beforeEach(() => localStorage.clear())

	it('is remembered for the same types, for the same account only', () => {
		const choice = { relation: 'carries', turned: true }
		saveChoice(localStorage, 'odile', member, file, choice)
		saveChoice(localStorage, 'odile', file, file, { relation: 'old', turned: false })
		expect(lastChoice(localStorage, 'odile', member, file)).toEqual(choice)
		expect(lastChoice(localStorage, 'odile', file, member)).toBeNull()
		expect(lastChoice(localStorage, 'peire', member, file)).toBeNull()
	})

	it.each(['nonsense', '[]', '{"member file":{"relation":3}}', 'null'])('is ignored if the storage has %s', (text) => {
		localStorage.setItem('reseau.relations.odile', text)
		expect(lastChoice(localStorage, 'odile', member, file)).toBeNull()
	})
})

it.each([
	['the last one', sampleRelations, { relation: 'inspired-by', turned: true }, { relation: 'inspired-by', turned: true }],
	['the last one, in the direction that makes sense', sampleRelations, { relation: 'carries', turned: true }, { relation: 'carries', turned: false }],
	['“see also” where there was none', sampleRelations, null, { relation: 'see-also', turned: false }],
	['“see also” where the last is offered no more', sampleRelations, { relation: 'old', turned: true }, { relation: 'see-also', turned: false }],
	['what reads alike from both sides where there is no “see also”', [sampleRelations[0]!, { slug: 'kin', label: 'kin', inverse: 'kin', offered: true }], null, { relation: 'kin', turned: false }],
	['the first of the others', sampleRelations.slice(0, 2), null, { relation: 'carries', turned: false }],
	['nothing where nothing is offered', sampleRelations.slice(4), null, null],
])('begins with %s', (_, relations, last, first) => {
	expect(firstChoice(relations, member, file, last)).toEqual(first)
})

describe('between things of two types', () => {
	const slugs = (...ends: [{ type: 'member' | 'file' }, { type: 'member' | 'file' }]) => offeredBetween(sampleRelations, ...ends).map(({ slug }) => slug)

	it('only relations that make sense are offered, in one direction or the other', () => {
		expect(slugs(member, file)).toEqual(['carries', 'inspired-by', 'see-also'])
		expect(slugs(file, member)).toEqual(['carries', 'inspired-by', 'see-also'])
		expect(slugs(member, member)).toEqual(['inspired-by', 'see-also'])
		expect(slugs(file, file)).toEqual(['inspired-by', 'see-also'])
	})

	it('who speaks for an organisation is only asked where one of the two is one', () => {
		const organisation = { type: 'member', icon: 'organisation' } as const
		const speaks = sampleRelations.find(({ slug }) => slug === 'speaks-for')!
		expect(offeredBetween(sampleRelations, member, organisation)).toContain(speaks)
		expect(offeredBetween(sampleRelations, organisation, member)).toContain(speaks)
		expect(offeredBetween(sampleRelations, member, { ...member, icon: 'person' })).not.toContain(speaks)
		expect(offeredBetween(sampleRelations, file, organisation)).not.toContain(speaks)
		expect(chosen(speaks, organisation, member, false)).toEqual({ relation: 'speaks-for', turned: true })
	})

	it('a relation is turned to the direction that makes sense', () => {
		const [carries, inspired] = sampleRelations as [typeof sampleRelations[0], typeof sampleRelations[0]]
		expect(chosen(carries, file, member, false)).toEqual({ relation: 'carries', turned: true })
		expect(chosen(carries, member, file, true)).toEqual({ relation: 'carries', turned: false })
		expect(chosen(inspired, file, member, false)).toEqual({ relation: 'inspired-by', turned: false })
	})
})
