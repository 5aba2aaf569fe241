/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { OwnWordGroup, TermEntry, TermLists, TermWords } from './model.ts'

import { addWords } from '../shared/lib/wordList.ts'

/** Initial values of a new word. */
export const EMPTY_TERM: TermWords = { labels: {}, meaning: '', spellings: [] }

/** The editable fields of a word, without its id, version and state; a copy that can be changed. */
export function termWordsOf({ labels, inverse, meaning, spellings, words }: TermWords): TermWords {
	return { labels: { ...labels }, ...inverse && { inverse: { ...inverse } }, meaning, spellings: [...spellings], ...words && { words: [...words] } }
}

/** The label of a term: in French, else in any language it has. */
export function labelOf({ labels, slug }: Pick<TermEntry, 'labels' | 'slug'>): string {
	return labels.fr ?? Object.values(labels)[0] ?? slug
}

/** The inverse label of a relation: in French, else in any language it has; empty if the relation is symmetric. */
export function inverseOf({ inverse = {} }: Pick<TermEntry, 'inverse'>): string {
	return inverse.fr ?? Object.values(inverse)[0] ?? ''
}

/** The words of a list that can be chosen, in order. */
export function offeredIn(list: readonly TermEntry[]): TermEntry[] {
	return list.filter(({ state }) => state === 'offered')
}

/** Words that can no longer be chosen, and were not merged. */
export function retiredIn(list: readonly TermEntry[]): TermEntry[] {
	return list.filter(({ state }) => state === 'retired' || state === 'removed')
}

/** The words merged into another one, directly or through others. */
export function mergedInto(list: readonly TermEntry[], id: number): TermEntry[] {
	const direct = list.filter(({ state, into }) => state === 'merged' && into === id)
	return direct.flatMap((entry) => [entry, ...mergedInto(list.filter((other) => !direct.includes(other)), entry.id)])
}

/**
 * The word after which a word must be placed to swap it with its neighbour.
 *
 * @param list list on the server
 * @param id of an offered word
 * @param by -1: up, 1: down
 * @return null: first; undefined if it cannot move
 */
export function predecessorAfterMove(list: readonly TermEntry[], id: number, by: -1 | 1): number | null | undefined {
	const order = offeredIn(list).map((entry) => entry.id)
	const at = order.indexOf(id)
	const to = at + by
	if (at < 0 || to < 0 || to >= order.length) {
		return undefined
	}
	return by === 1 ? order[to]! : order[to - 1] ?? null
}

/** The list with a word moved after another one, null: first. */
export function moveTerm(list: readonly TermEntry[], id: number, after: number | null): TermEntry[] {
	const moved = list.filter((entry) => entry.id === id)
	const others = list.filter((entry) => entry.id !== id)
	const at = others.findIndex((entry) => entry.id === after) + 1
	return [...others.slice(0, at), ...moved, ...others.slice(at)]
}

/** The lists with a word updated, or added at the end of its list. */
export function withTerm(lists: TermLists['lists'], list: keyof TermLists['lists'], entry: TermEntry): TermLists['lists'] {
	const known = lists[list].some(({ id }) => id === entry.id)
	return {
		...lists,
		[list]: known ? lists[list].map((one) => one.id === entry.id ? entry : one) : [...lists[list], entry],
	}
}

/** Whether a network has no words yet; relations exist from the start. */
export function isEmpty({ lists }: TermLists): boolean {
	return Object.entries(lists).every(([name, list]) => name === 'relations' || list.length === 0)
}

/** A new word of a list, from words that people wrote themselves. */
export function termFromOwnWords({ words }: OwnWordGroup): TermWords {
	const [label = '', ...spellings] = words.map(({ word }) => word)
	return { labels: { fr: label }, meaning: '', spellings }
}

/** A word of a list with additional spellings, from words that people wrote themselves. */
export function withOwnWords(entry: TermEntry, { words }: OwnWordGroup): TermWords {
	return { ...termWordsOf(entry), spellings: addWords(entry.spellings, words.map(({ word }) => word)) }
}

/** Lists for words written for one of them, the most probable one first. */
export function listsFor({ list }: Pick<OwnWordGroup, 'list'>): ('values' | 'sectors' | 'themes' | 'publics')[] {
	return list === 'themes' ? ['themes', 'publics', 'sectors'] : [list]
}

/** Merges both versions of a term; mine wins. */
export function mergeTermWords(mine: TermWords, theirs: TermWords): TermWords {
	return {
		labels: { ...theirs.labels, ...mine.labels },
		...mine.inverse && { inverse: { ...theirs.inverse, ...mine.inverse } },
		meaning: mine.meaning === '' ? theirs.meaning : mine.meaning,
		spellings: addWords(mine.spellings, theirs.spellings),
		...mine.words && { words: addWords(mine.words, theirs.words ?? []) },
	}
}
