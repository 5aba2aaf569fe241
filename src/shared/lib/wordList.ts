/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from './fold.ts'

/** A word to choose, as in the network's vocabulary. */
export interface Term {
	id: string
	label: string
	/** What it means, in a sentence. */
	meaning?: string
	/** Other spellings of its label. */
	spellings?: readonly string[]
	/** Can no longer be chosen. */
	retired?: true
	/** The id of the term it was merged into, which has the same label. */
	mergedInto?: string
}

/** Words that are typed or pasted together, split at commas, semicolons, tabs or lines; a bullet before a line is removed. */
export function splitWords(text: string): string[] {
	return text.split(/[,;\t\n\r]+/)
		.map((word) => word.replace(/^\s*[-•*·]\s+/, '').replace(/\s+/g, ' ').trim())
		.filter((word) => word !== '')
}

/** Appends words to a list, without duplicates regardless of case and accents. */
export function addWords(list: readonly string[], words: readonly string[]): string[] {
	const known = new Set(list.map(fold))
	return [...list, ...words.filter((word) => !known.has(fold(word)) && known.add(fold(word)))]
}

/** The form of an own value: capitalised, which distinguishes it from the ids of the vocabulary. */
export function ownValue(word: string): string {
	const [first = ''] = word
	return first.toLocaleUpperCase('fr') + word.slice(first.length)
}

/** The id of a word with this label or spelling in the vocabulary, else the word. */
export function idOrWord(word: string, terms: readonly Term[]): string {
	const folded = fold(word)
	const term = terms.find(({ label, spellings = [] }) => [label, ...spellings].some((name) => fold(name) === folded))
	return term?.mergedInto ?? term?.id ?? ownValue(word)
}

/** The terms that can be chosen. */
export function offeredTerms(terms: readonly Term[]): Term[] {
	return terms.filter(({ retired, mergedInto }) => !retired && mergedInto === undefined)
}

/** The terms with every word of the query in their label, those that begin with it first. */
export function matchingTerms<T extends { label: string }>(query: string, terms: readonly T[]): T[] {
	const folded = fold(query)
	const words = folded.split(' ')
	const matches = terms.filter(({ label }) => {
		const own = fold(label).split(' ')
		return words.every((word) => own.some((candidate) => candidate.startsWith(word)))
	})
	return [
		...matches.filter(({ label }) => fold(label).startsWith(folded)),
		...matches.filter(({ label }) => !fold(label).startsWith(folded)),
	]
}
