/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Criteria } from '../criteria.ts'
import type { Facet, SavedSearch } from '../model.ts'

import { cut } from '../../shared/lib/cut.ts'
import { fold } from '../../shared/lib/fold.ts'
import { criteriaOf, entriesOf, isNarrowed, keyOf } from '../criteria.ts'
import { SEARCH_NAME } from '../model.ts'

/** The criteria of a saved search, without those this version does not know. */
export function criteriaOfSearch({ q, facet }: SavedSearch): Criteria {
	return criteriaOf({ q, facets: facet })
}

/** Equal for words and criteria that find the same people: their order does not matter. */
function askedKey({ q, facets }: Criteria): string {
	return keyOf(criteriaOf({ q: fold(q) || q, facets }))
}

/** The saved search with the same criteria. */
export function keptSame(searches: readonly SavedSearch[], criteria: Criteria): SavedSearch | undefined {
	return isNarrowed(criteria)
		? searches.find((search) => askedKey(criteriaOfSearch(search)) === askedKey(criteria))
		: undefined
}

/** A name from words and choices: “salle · Aude, Tarn”; a choice that `labelOf` cannot name is left out. */
export function proposedName({ q, facets }: Criteria, labelOf: (facet: Facet, id: string) => string | undefined): string {
	const parts = [q, ...entriesOf(facets).map(([facet, ids]) => ids.flatMap((id) => labelOf(facet, id) ?? []).join(', '))]
	return cut(parts.filter((part) => part !== '').join(' · '), SEARCH_NAME)
}

/** The list with a search in its place, updated or added first. */
export function withSearch(searches: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
	return searches.some(({ id }) => id === search.id)
		? searches.map((other) => other.id === search.id ? search : other)
		: [search, ...searches]
}

/** The list without a search. */
export function withoutSearch(searches: readonly SavedSearch[], id: number): SavedSearch[] {
	return searches.filter((search) => search.id !== id)
}
