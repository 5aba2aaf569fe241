/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SheetCriteria } from './find.ts'

import { describe, expect, it } from 'vitest'
import { alike, criteriaOf, mergePages, readCriteria, withCurrentTerms, writeCriteria } from './find.ts'
import { sampleSummary } from './testing/sample.ts'

describe('the criteria of the library', () => {
	it('are restored from the address, without defaults', () => {
		const criteria = criteriaOf({ q: ' clé ', facets: { outcome: ['failed', 'worked'], kind: [] }, sort: 'relevance' })
		expect(criteria).toEqual({ q: 'clé', facets: { outcome: ['failed', 'worked'] }, sort: null })
		expect(readCriteria(writeCriteria(criteria))).toEqual(criteria)
		expect(criteriaOf({ sort: 'fresh' }).sort).toBeNull()
	})

	it('show the current labels of the network’s words', () => {
		const now = (word: string) => word === 'potagers' ? 'jardins' : word
		expect(withCurrentTerms(criteriaOf({ facets: { term: ['potagers', 'jardins'], group: ['5'] } }), now).facets).toEqual({ term: ['jardins'], group: ['5'] })
		expect(withCurrentTerms(criteriaOf({ q: 'a' }), now)).toEqual(criteriaOf({ q: 'a' }))
	})
})

it('shows a sheet that is on two pages once, in its last state and its first position', () => {
	const pages = [{ sheets: [sampleSummary(), sampleSummary({ fileId: '13' })] }, { sheets: [sampleSummary({ title: 'Nouveau' })] }]
	expect(mergePages(pages).map(({ fileId, title }) => [fileId, title])).toEqual([['12', 'Nouveau'], ['13', 'Le jardin sans clé']])
})

describe('who and what else has something', () => {
	const vocabulary = { sectors: [{ id: 'bois' }], themes: [{ id: 'jardins' }] }
	const look = (facets: SheetCriteria['facets'], q = '') => alike(criteriaOf({ q, facets }), vocabulary)

	it('is found by the same place and theme', () => {
		expect(look({ term: ['jardins'], territory: ['departement:11'] })).toEqual({
			people: { path: '/members', query: { 'facet[territory][]': ['departement:11'], 'facet[theme][]': ['jardins'] } },
			notices: { path: '/notices', query: { 'facet[territory][]': ['departement:11'], 'facet[term][]': ['jardins'] } },
		})
		expect(look({ term: ['bois'] }).people?.query).toEqual({ 'facet[sector][]': ['bois'] })
	})

	it.each<[SheetCriteria['facets'], string]>([[{}, ''], [{ term: ['jardins'] }, 'clé'], [{ term: ['jardins'], outcome: ['failed'] }, '']])('is not asked for %j and “%s”', (facets, q) => {
		expect(look(facets, q)).toEqual({ people: null, notices: null })
	})

	it('has no people for words that cards do not have, or of two lists', () => {
		expect(look({ term: ['enfants'] })).toMatchObject({ people: null, notices: { path: '/notices' } })
		expect(look({ term: ['bois', 'jardins'] }).people).toBeNull()
	})
})
