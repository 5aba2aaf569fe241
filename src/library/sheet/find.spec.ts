/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criteriaOf, mergePages, readCriteria, splitAtMarks, withCurrentTerms, writeCriteria } from './find.ts'
import { sampleSummary } from './testing/sample.ts'

describe('a sentence with the words found', () => {
	it('is split by characters as readers see them', () => {
		expect(splitAtMarks({ text: '🌱 Le jardin sans clé', marks: [[5, 6], [17, 3]] })).toEqual(['🌱 Le ', 'jardin', ' sans ', 'clé', ''])
		expect(splitAtMarks({ text: 'jardin', marks: [] })).toEqual(['jardin'])
	})

	it('loses nothing', () => {
		fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (words) => {
			let start = 0
			const marks = words.map((word): [number, number] => {
				const mark: [number, number] = [start, [...word].length]
				start += mark[1] + 1
				return mark
			})
			const text = words.join(' ')
			const pieces = splitAtMarks({ text, marks })
			expect(pieces.join('')).toBe(text)
			expect(pieces.filter((_, index) => index % 2 === 1)).toEqual(words)
		}))
	})
})

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
