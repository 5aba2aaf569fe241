/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Facet } from './model.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery, stringifyQuery } from 'vue-router'
import { askedOf, countChoices, criteriaOf, isNarrowed, keyOf, readCriteria, readView, sortsFor, toggled, VIEWS, withCurrentTerms, without, writeQuery } from './criteria.ts'
import { FACETS, SORTS } from './model.ts'

const choices = fc.array(fc.oneof(fc.string(), fc.constantFrom('departement:11', 'education-populaire', 'a&b=c', '100 %', '')), { maxLength: 4 })
const anyCriteria = fc.record({
	q: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('jardin partagé', ' l’eau  de pluie ', 'a+b', '50 %', '?&#')),
	facets: fc.record(Object.fromEntries(FACETS.map((facet) => [facet, choices])) as Record<Facet, typeof choices>, { requiredKeys: [] }),
	sort: fc.constantFrom(...SORTS, null),
}).map(criteriaOf)

describe('the address', () => {
	it('restores every criterion it was written from', () => {
		fc.assert(fc.property(anyCriteria, fc.constantFrom(...VIEWS), (criteria, view) => {
			const query = parseQuery(stringifyQuery(writeQuery(criteria, view)))
			expect(readCriteria(query)).toEqual(criteria)
			expect(readView(query)).toBe(view)
		}))
	})

	it('written in another form leads to one form, which does not change', () => {
		const key = fc.oneof(fc.string(), fc.constantFrom('q', 'sort', 'view', 'facet', 'facet[sector][]', 'facet[sector]', 'facet[sector][3]', 'facet[colour][]', 'facet[__proto__][]'))
		fc.assert(fc.property(fc.dictionary(key, fc.oneof(fc.string(), fc.constant(null), fc.array(fc.oneof(fc.string(), fc.constant(null))))), (query) => {
			const criteria = readCriteria(query)
			expect(criteriaOf(criteria)).toEqual(criteria)
			expect(readCriteria(writeQuery(criteria))).toEqual(criteria)
			expect(Object.keys(criteria.facets).every((facet) => (FACETS as readonly string[]).includes(facet))).toBe(true)
		}))
	})

	it('is what a plain form submits', () => {
		const query = parseQuery(new URLSearchParams([['q', 'jardin partagé'], ['facet[sector][]', 'education-populaire'], ['facet[sector][]', 'arts'], ['facet[territory][]', 'departement:11'], ['sort', '']]).toString())
		expect(readCriteria(query)).toEqual({ q: 'jardin partagé', facets: { territory: ['departement:11'], sector: ['education-populaire', 'arts'] }, sort: null })
	})

	it('drops unknown criteria', () => {
		expect(readCriteria({ 'facet[colour][]': 'blue', 'facet[sector][]': ['arts', 'arts', ''], page: '3', sort: 'stars' }))
			.toEqual({ q: '', facets: { sector: ['arts'] }, sort: null })
	})

	it('leaves out the default order', () => {
		expect(criteriaOf({ sort: 'name' }).sort).toBeNull()
		expect(criteriaOf({ sort: 'relevance' }).sort).toBeNull()
		expect(criteriaOf({ q: 'jardin', sort: 'relevance' }).sort).toBeNull()
		expect(criteriaOf({ q: 'jardin', sort: 'name' }).sort).toBe('name')
		expect(sortsFor('')).toEqual(['name', 'recent'])
		expect(sortsFor('jardin')).toEqual(['relevance', 'name', 'recent'])
	})
})

describe('the request', () => {
	it('contains only the search', () => {
		expect(askedOf(criteriaOf({}))).toEqual({})
		expect(askedOf(criteriaOf({ q: 'eau', facets: { sector: ['arts', 'eau'], value: [] }, sort: 'recent' })))
			.toEqual({ q: 'eau', facet: { sector: ['arts', 'eau'] }, sort: 'recent' })
	})

	it('is the same in any order of choices', () => {
		const one = criteriaOf({ facets: { sector: ['a', 'b'], value: ['c'] } })
		const other = criteriaOf({ facets: { value: ['c'], sector: ['b', 'a'] } })
		expect(keyOf(one)).toBe(keyOf(other))
		expect(keyOf(one)).not.toBe(keyOf(criteriaOf({ facets: { sector: ['a', 'b', 'c'] } })))
		expect(keyOf(criteriaOf({ q: 'eau' }))).not.toBe(keyOf(criteriaOf({ q: 'Eau' })))
	})
})

describe('choosing', () => {
	it('adds and removes; twice is as before', () => {
		fc.assert(fc.property(anyCriteria, fc.constantFrom(...FACETS), fc.string({ minLength: 1 }), (criteria, facet, id) => {
			const once = toggled(criteria, facet, id)
			expect(once.facets[facet]?.includes(id) ?? false).toBe(!criteria.facets[facet]?.includes(id))
			expect(keyOf(toggled(once, facet, id))).toBe(keyOf(criteria))
		}))
	})

	it('can be undone by criterion', () => {
		const criteria = criteriaOf({ q: 'eau', facets: { sector: ['a', 'b'], value: ['c'] }, sort: 'relevance' })
		expect(countChoices(criteria)).toBe(3)
		expect(without(criteria, 'sector').facets).toEqual({ value: ['c'] })
		expect(without(criteria, 'q')).toEqual({ ...criteria, q: '' })
		expect(isNarrowed(without(without(without(criteria, 'q'), 'sector'), 'value'))).toBe(false)
	})
})

it('reads merged words as their current ones, each once', () => {
	const kept = criteriaOf({ q: 'a', facets: { value: ['soin', 'ecoute'], seek: ['sols'], kind: ['soin'], group: ['1'] }, sort: 'recent' })
	const meaning = (word: string) => ({ soin: 'ecoute', sols: 'permaculture' })[word] ?? word
	expect(withCurrentTerms(kept, meaning)).toEqual({ q: 'a', facets: { value: ['ecoute'], seek: ['permaculture'], kind: ['soin'], group: ['1'] }, sort: 'recent' })
})
