/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SavedSearch } from '../model.ts'

import { describe, expect, it } from 'vitest'
import { criteriaOf } from '../criteria.ts'
import { SEARCH_NAME } from '../model.ts'
import { criteriaOfSearch, keptSame, proposedName, withoutSearch, withSearch } from './edit.ts'

const search = (changes: Partial<SavedSearch> = {}): SavedSearch => ({ id: 3, name: 'Été', q: 'été', facet: {}, kept: '2026-11-24T10:00:00+00:00', ...changes })

describe('a saved search', () => {
	it('sends what was saved, except criteria that no longer exist', () => {
		expect(criteriaOfSearch(search({ facet: { sector: ['eau', 'gone-since'], mood: ['good'] } })))
			.toEqual({ q: 'été', facets: { sector: ['eau', 'gone-since'] }, sort: null })
	})

	it.each([
		['written otherwise', criteriaOf({ q: ' ETE', facets: { sector: ['a', 'b'] } }), true],
		['chosen in another order', criteriaOf({ q: 'été', facets: { sector: ['b', 'a'] } }), true],
		['sorted otherwise', criteriaOf({ q: 'été', facets: { sector: ['a', 'b'] }, sort: 'recent' }), true],
		['with one choice less', criteriaOf({ q: 'été', facets: { sector: ['a'] } }), false],
		['with other words', criteriaOf({ q: 'étés', facets: { sector: ['a', 'b'] } }), false],
	])('is the same %s', (_, criteria, same) => {
		const kept = search({ facet: { sector: ['a', 'b'] } })
		expect(keptSame([search({ id: 9 }), kept], criteria)).toBe(same ? kept : undefined)
	})

	it('never equals the whole directory', () => {
		expect(keptSame([search({ q: '', facet: { mood: ['good'] } })], criteriaOf({}))).toBeUndefined()
	})

	it('is identified by its characters if there is no word', () => {
		expect(keptSame([search({ q: '!?' })], criteriaOf({ q: '!!' }))).toBeUndefined()
	})
})

describe('the suggested name', () => {
	const labelOf = (_: string, id: string) => ({ a: 'Aude', b: 'Tarn', c: 'Eau' } as Record<string, string>)[id]

	it('has the words and the choices', () => {
		expect(proposedName(criteriaOf({ q: 'salle', facets: { territory: ['a', 'b'], sector: ['c'] } }), labelOf)).toBe('salle · Aude, Tarn · Eau')
	})

	it('leaves out choices without a label', () => {
		expect(proposedName(criteriaOf({ facets: { territory: ['a', 'x'], sector: ['y'] } }), labelOf)).toBe('Aude')
		expect(proposedName(criteriaOf({ facets: { sector: ['y'] } }), labelOf)).toBe('')
	})

	it('fits', () => {
		const name = proposedName(criteriaOf({ q: '🌻'.repeat(100) }), labelOf)
		expect([...name]).toHaveLength(SEARCH_NAME)
		expect(name.endsWith('🌻…')).toBe(true)
	})
})

it('a search keeps its position, a new one is first', () => {
	const list = [search({ id: 2 }), search({ id: 1 })]
	expect(withSearch(list, search({ id: 1, name: 'Autre' })).map(({ name }) => name)).toEqual(['Été', 'Autre'])
	expect(withSearch(list, search({ id: 3 })).map(({ id }) => id)).toEqual([3, 2, 1])
	expect(withoutSearch(list, 2).map(({ id }) => id)).toEqual([1])
})
