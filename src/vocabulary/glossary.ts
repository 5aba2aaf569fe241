/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GlossaryEntry, GlossaryWords } from './model.ts'

import { fold } from '../shared/lib/fold.ts'
import { addWords } from '../shared/lib/wordList.ts'

/** Initial values of a new entry. */
export const EMPTY_ENTRY: GlossaryWords = { term: '', acronyms: [], synonyms: [], themes: [] }

/** The words of an entry, without its id and version. */
export function wordsOf({ term, acronyms, synonyms, themes }: GlossaryWords): GlossaryWords {
	return { term, acronyms, synonyms, themes }
}

/** An entry of the glossary, or an expression. */
export type Named = Pick<GlossaryEntry, 'id' | 'term'>

/** The list with an entry inserted by word, replacing its older version. */
export function withEntry<Entry extends Named>(entries: readonly Entry[], entry: Entry): Entry[] {
	const place = (one: Entry) => fold(one.term)
	return [...withoutEntry(entries, entry.id), entry].sort((one, other) => place(one) < place(other) ? -1 : 1)
}

/** The list without an entry. */
export function withoutEntry<Entry extends Named>(entries: readonly Entry[], id: number): Entry[] {
	return entries.filter((entry) => entry.id !== id)
}

/** The entry that has a word as its term or as an acronym. */
export function entryNamed(entries: readonly GlossaryEntry[], word: string): GlossaryEntry | undefined {
	return entries.find(({ term, acronyms }) => [term, ...acronyms].some((name) => fold(name) === fold(word)))
}

/** The word at a path of the server, for instance `acronyms.0`. */
export function wordAt(words: GlossaryWords, field: string): string {
	const [list, index] = field.split('.')
	return list === 'acronyms' || list === 'synonyms' ? words[list][Number(index)] ?? '' : words.term
}

/** Merges both versions of an entry; mine wins. */
export function mergeGlossaryWords(mine: GlossaryWords, theirs: GlossaryWords): GlossaryWords {
	return {
		term: mine.term,
		acronyms: addWords(mine.acronyms, theirs.acronyms),
		synonyms: addWords(mine.synonyms, theirs.synonyms),
		themes: addWords(mine.themes, theirs.themes),
	}
}
