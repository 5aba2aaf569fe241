/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TermEntry } from './model.ts'

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isEmpty, labelOf, listsFor, mergedInto, mergeTermWords, moveTerm, offeredIn, predecessorAfterMove, retiredIn, termFromOwnWords, withOwnWords, withTerm } from './termLists.ts'

function entry(id: number, more: Partial<TermEntry> = {}): TermEntry {
	return { id, version: 1, slug: `t${id}`, labels: { fr: `T${id}` }, meaning: '', spellings: [], state: 'offered', into: null, count: 0, ...more }
}

const list = [entry(1), entry(2, { state: 'merged', into: 1 }), entry(3, { state: 'retired' }), entry(4, { state: 'merged', into: 2 }), entry(5), entry(6, { state: 'removed', count: 1 })]
const group = { list: 'values' as const, words: [{ word: 'Lenteur', count: 2 }, { word: 'La lenteur', count: 1 }], count: 3 }

it('sorts words by their state', () => {
	const ids = (entries: TermEntry[]) => entries.map(({ id }) => id)
	expect([offeredIn(list), retiredIn(list), mergedInto(list, 1), mergedInto(list, 5)].map(ids)).toEqual([[1, 5], [3, 6], [2, 4], []])
	// A circle that should not be there is gone through once.
	expect(ids(mergedInto([entry(1, { state: 'merged', into: 2 }), entry(2, { state: 'merged', into: 1 })], 1))).toEqual([2, 1])
})

it('moves a word past its neighbour and no further', () => {
	expect([predecessorAfterMove(list, 1, -1), predecessorAfterMove(list, 1, 1), predecessorAfterMove(list, 5, -1), predecessorAfterMove(list, 5, 1), predecessorAfterMove(list, 3, 1)]).toEqual([undefined, 5, null, undefined, undefined])
	fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2 }), fc.nat(), (ids, n) => {
		const entries = ids.map((id) => entry(id))
		const at = n % (ids.length - 1)
		const moved = moveTerm(entries, ids[at]!, predecessorAfterMove(entries, ids[at]!, 1)!)
		expect(moved.map(({ id }) => id)).toEqual([...ids.slice(0, at), ids[at + 1], ids[at], ...ids.slice(at + 2)])
		expect(moveTerm(moved, ids[at]!, predecessorAfterMove(moved, ids[at]!, -1)!)).toEqual(entries)
	}))
})

it('shows a changed word in its place, a new one at the end', () => {
	const lists = { values: [entry(1), entry(2)], sectors: [], themes: [], publics: [], relations: [] }
	expect(withTerm(lists, 'values', entry(1, { version: 2 })).values.map(({ version }) => version)).toEqual([2, 1])
	expect(withTerm(lists, 'themes', entry(3)).themes).toHaveLength(1)
	expect(isEmpty({ lists, left: 0 })).toBe(false)
	expect(isEmpty({ lists: { values: [], sectors: [], themes: [], publics: [], relations: [entry(3)] }, left: 0 })).toBe(true)
})

it('is shown in French, otherwise in another language', () => {
	expect(labelOf(entry(1, { labels: { en: 'Care', fr: 'Soin' } }))).toBe('Soin')
	expect(labelOf(entry(1, { labels: { en: 'Care' } }))).toBe('Care')
	expect(labelOf(entry(1, { labels: {} }))).toBe('t1')
})

it('makes a value from an own word, or merges it into one', () => {
	expect(termFromOwnWords(group)).toEqual({ labels: { fr: 'Lenteur' }, meaning: '', spellings: ['La lenteur'] })
	expect(withOwnWords(entry(1, { spellings: ['lenteur', 'Temps'] }), group).spellings).toEqual(['lenteur', 'Temps', 'La lenteur'])
})

it('puts what something is about into any list of subjects, other words into their own', () => {
	expect([listsFor({ list: 'values' }), listsFor({ list: 'sectors' }), listsFor({ list: 'themes' })]).toEqual([['values'], ['sectors'], ['themes', 'publics', 'sectors']])
})

it('merges the texts of two people', () => {
	const mine = { labels: { fr: 'Soin' }, meaning: '', spellings: ['Soins'] }
	const theirs = { labels: { fr: 'Le soin', en: 'Care' }, meaning: 'Leur phrase.', spellings: ['soins', 'Égards'] }
	expect(mergeTermWords(mine, theirs)).toEqual({ labels: { fr: 'Soin', en: 'Care' }, meaning: 'Leur phrase.', spellings: ['Soins', 'Égards'] })
	expect(mergeTermWords({ ...mine, words: ['roue'] }, { ...theirs, words: ['selle', 'roue'] }).words).toEqual(['roue', 'selle'])
})
