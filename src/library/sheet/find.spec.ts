/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { criteriaOf, mergePages, readCriteria, withCurrentTerms, writeCriteria } from './find.ts'
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
