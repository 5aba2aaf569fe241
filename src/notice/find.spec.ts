/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { criteriaOf, mergePages, readCriteria, withCurrentTerms, writeCriteria } from './find.ts'
import { sampleSummary } from './testing/sample.ts'

it('keeps criteria in the address, without defaults', () => {
	const criteria = criteriaOf({ q: ' van ', facets: { kind: ['offer'], territory: ['departement:34'], mode: [] }, sort: 'relevance' })
	expect(criteria).toEqual({ q: 'van', facets: { kind: ['offer'], territory: ['departement:34'] }, sort: null })
	expect(readCriteria(writeCriteria(criteria))).toEqual(criteria)
	expect(criteriaOf({ sort: 'recent' }).sort).toBeNull()
	expect(readCriteria({ 'facet[outcome][]': 'failed', q: [null, 'x'] })).toEqual(criteriaOf({ q: 'x' }))
})

it('follows terms that were merged', () => {
	const criteria = criteriaOf({ facets: { term: ['eau', 'pluie'] } })
	expect(withCurrentTerms(criteria, (word) => word === 'eau' ? 'pluie' : word).facets.term).toEqual(['pluie'])
})

it('has each notice once', () => {
	const pages = [{ notices: [sampleSummary({ id: 1 }), sampleSummary({ id: 2 })] }, { notices: [sampleSummary({ id: 2, title: 'Nouveau' }), sampleSummary({ id: 3 })] }]
	expect(mergePages(pages).map(({ id, title }) => [id, title])).toEqual([[1, 'Deux établis, de janvier à mars'], [2, 'Nouveau'], [3, 'Deux établis, de janvier à mars']])
})
