/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { addWords, idOrWord, matchingTerms, offeredTerms, ownValue, splitWords } from './wordList.ts'

const terms = [
	{ id: 'cooperation', label: 'Coopération', meaning: 'Avancer à plusieurs.' },
	{ id: 'justice-sociale', label: 'Justice sociale' },
	{ id: 'economie-sociale', label: 'Économie sociale' },
]

describe('splitWords', () => {
	it.each([
		['soudure', ['soudure']],
		[' soudure , feutre;accueil ', ['soudure', 'feutre', 'accueil']],
		['- soudure\n• feutre\r\n* prise de son', ['soudure', 'feutre', 'prise de son']],
		['bien-être', ['bien-être']],
		[' , ;', []],
		['prise   de\tson', ['prise de', 'son']],
	])('%j → %j', (text, words) => {
		expect(splitWords(text)).toEqual(words)
	})
})

describe('addWords', () => {
	it.each([
		[['a'], ['b', 'B', 'c'], ['a', 'b', 'c']],
		[['Écoute'], ['ecoute'], ['Écoute']],
		[[], [], []],
	])('%j and %j → %j', (list, words, all) => {
		expect(addWords(list, words)).toEqual(all)
	})

	it('keeps existing words and adds nothing twice', () => {
		const words = fc.array(fc.string({ minLength: 1, maxLength: 3 }))
		fc.assert(fc.property(words, words, (list, more) => {
			const all = addWords(list, more)
			expect(all.slice(0, list.length)).toEqual(list)
			const added = all.slice(list.length).map(fold)
			expect(new Set(added).size).toBe(added.length)
		}))
	})
})

describe('ownValue', () => {
	it.each([['écoute', 'Écoute'], ['Écoute', 'Écoute'], ['', ''], ['🌻 soleil', '🌻 soleil']])('%s → %s', (word, value) => {
		expect(ownValue(word)).toBe(value)
	})
})

describe('idOrWord', () => {
	it.each([['cooperation', 'cooperation'], ['COOPÉRATION', 'cooperation'], ['lenteur', 'Lenteur']])('%s → %s', (word, value) => {
		expect(idOrWord(word, terms)).toBe(value)
	})

	it('resolves other spellings and merged words', () => {
		const known = [{ id: 'ecoute', label: 'Écoute', spellings: ['Oreille'] }, { id: 'soin', label: 'Soin', mergedInto: 'ecoute' }]
		expect(['oreille', 'soin'].map((word) => idOrWord(word, known))).toEqual(['ecoute', 'ecoute'])
	})
})

it('offers neither retired nor merged words', () => {
	expect(offeredTerms([{ id: 'a', label: 'A' }, { id: 'b', label: 'B', retired: true }, { id: 'c', label: 'A', mergedInto: 'a' }]).map(({ id }) => id)).toEqual(['a'])
})

describe('matchingTerms', () => {
	it.each([
		['soc', ['justice-sociale', 'economie-sociale']],
		['eco', ['economie-sociale']],
		['sociale justice', ['justice-sociale']],
		['', ['cooperation', 'justice-sociale', 'economie-sociale']],
		['x', []],
	])('%j → %j', (query, ids) => {
		expect(matchingTerms(query, terms).map(({ id }) => id)).toEqual(ids)
	})

	it('lists labels that begin with it first', () => {
		expect(matchingTerms('so', [{ id: 'a', label: 'Justice sociale' }, { id: 'b', label: 'Sobriété' }]).map(({ id }) => id)).toEqual(['b', 'a'])
	})
})
