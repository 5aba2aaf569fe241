/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GlossaryEntry } from './model.ts'

import { expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/glossary-limits.json'
import { entryNamed, mergeGlossaryWords, withEntry, withoutEntry, wordAt, wordsOf } from './glossary.ts'
import { GLOSSARY_LIMITS } from './model.ts'

function entry(id: number, term: string, more: Partial<GlossaryEntry> = {}): GlossaryEntry {
	return { id, version: 1, term, acronyms: [], synonyms: [], themes: [], ...more }
}

it('keeps to the limits of the server', () => {
	expect(GLOSSARY_LIMITS).toEqual(limits)
})

it('puts an entry in its alphabetical place, once', () => {
	const entries = [entry(1, 'abeilles'), entry(2, 'Élevage'), entry(3, 'zone humide')]
	expect(withEntry(entries, entry(4, 'eau')).map(({ id }) => id)).toEqual([1, 4, 2, 3])
	expect(withEntry(entries, entry(1, 'Forêt')).map(({ term }) => term)).toEqual(['Élevage', 'Forêt', 'zone humide'])
	expect(withoutEntry(entries, 2).map(({ id }) => id)).toEqual([1, 3])
})

it('finds the entry that already has a word', () => {
	const entries = [entry(1, 'plan alimentaire', { acronyms: ['PAT'], synonyms: ['assiette'] }), entry(2, 'tiers-lieu')]
	expect(entryNamed(entries, 'pat')?.id).toBe(1)
	expect(entryNamed(entries, 'Tiers lieu')?.id).toBe(2)
	expect(entryNamed(entries, 'assiette')).toBeUndefined()
})

it('reads the field of a refusal', () => {
	const words = entry(1, 'a', { acronyms: ['B', 'C'], synonyms: ['d'] })
	expect(['term', 'acronyms.1', 'synonyms.0', 'acronyms.9'].map((field) => wordAt(words, field))).toEqual(['a', 'C', 'd', ''])
})

it('merges the texts of two people', () => {
	const mine = entry(1, 'jardin partagé', { acronyms: ['JP'], synonyms: ['potager'], themes: ['jardins'] })
	const theirs = entry(1, 'Jardin', { acronyms: ['jp', 'J'], synonyms: ['Potager', 'verger'], themes: ['sols'] })
	expect(mergeGlossaryWords(mine, theirs)).toEqual({ term: 'jardin partagé', acronyms: ['JP', 'J'], synonyms: ['potager', 'verger'], themes: ['jardins', 'sols'] })
	expect(wordsOf(mine)).not.toHaveProperty('id')
})
