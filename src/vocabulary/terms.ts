/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Vocabulary } from './model.ts'

import { fold } from '../shared/lib/fold.ts'

/** The label of each term of the vocabulary by its id; ids are unique over its lists. */
export function termLabels(vocabulary: Vocabulary | undefined): ReadonlyMap<string, string> {
	return new Map(Object.values(vocabulary ?? {}).flat().map(({ id, label }) => [id, label]))
}

/**
 * The current meaning of a selected word: the term it was merged into, the term with this name, or itself; like Vocabulary::resolve() in PHP.
 *
 * @param vocabulary vocabulary of the network
 * @param lists lists in which an own word may be found, the first one takes precedence
 */
export function meaningOf(vocabulary: Vocabulary | undefined, lists: readonly (keyof Vocabulary)[] = []): (word: string) => string {
	const terms = Object.values(vocabulary ?? {}).flat()
	const ids = new Map(terms.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
	const named = lists.flatMap((list) => vocabulary?.[list] ?? [])
	const names = new Map(named.toReversed().flatMap(({ id, label, spellings = [], mergedInto }) => {
		return [label, ...spellings].map((name) => [fold(name), mergedInto ?? id])
	}))
	return (word) => ids.get(word) ?? names.get(fold(word)) ?? word
}

/** The labels of ids, or the word itself if it is an own one. */
export function labelsOf(labels: ReadonlyMap<string, string>, ids: readonly string[] | undefined): string[] {
	return (ids ?? []).map((id) => labels.get(id) ?? id)
}
