/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CriteriaOf, Query, RouteQuery } from '../search/criteria.ts'
import type { Facet, Sort } from './model.ts'

import { criteriaRules, textsOf } from '../search/criteria.ts'
import { FACETS, SORTS } from './model.ts'

/** A search in the directory: sorted by relevance with words, else by name. */
export type Criteria = CriteriaOf<Facet, Sort>

/** The layout of the results. */
export const VIEWS = ['cards', 'list'] as const
export type View = typeof VIEWS[number]

const rules = criteriaRules<Facet, Sort>(FACETS, SORTS, 'name')
export const { usualSort, criteriaOf, entriesOf, countChoices, sortsFor, readCriteria, askedOf, keyOf, isNarrowed, toggled, without } = rules

/** Criteria whose choices are words of the vocabulary. */
const OF_WORDS: readonly Facet[] = ['sector', 'value', 'theme', 'seek', 'offer']

/**
 * Replaces terms that were merged into others: a saved link may still contain the old ones.
 *
 * @param criteria as read from the URL
 * @param meaning the current id of a term, as a choice of a criterion
 */
export function withCurrentTerms(criteria: Criteria, meaning: (word: string, facet: Facet) => string): Criteria {
	return criteriaOf({
		...criteria,
		facets: Object.fromEntries(entriesOf(criteria.facets).map(([facet, ids]) => [facet, OF_WORDS.includes(facet) ? ids.map((id) => meaning(id, facet)) : ids])),
	})
}

/** Whether an address has the compact list. */
export function readView(query: RouteQuery): View {
	return textsOf(query.view)[0] === 'list' ? 'list' : 'cards'
}

/** Writes an address. */
export function writeQuery(criteria: Criteria, view: View = 'cards'): Query {
	return { ...rules.writeCriteria(criteria), ...view === 'list' ? { view } : {} }
}
