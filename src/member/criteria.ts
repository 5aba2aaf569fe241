/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CriteriaOf, Parsed, Query } from '../search/criteria.ts'
import type { Facet, Sort } from './model.ts'

import { criteriaRules, textsOf } from '../search/criteria.ts'
import { FACETS, SORTS } from './model.ts'

/** What somebody looks for in the directory: by relevance for words and else by name. */
export type Criteria = CriteriaOf<Facet, Sort>

/** How the people found are shown. */
export const VIEWS = ['cards', 'list'] as const
export type View = typeof VIEWS[number]

export const NO_CRITERIA: Criteria = { q: '', facets: {}, sort: null }

const rules = criteriaRules<Facet, Sort>(FACETS, SORTS, 'name')
export const { usualSort, criteriaOf, entriesOf, countChoices, sortsFor, readCriteria, askedOf, keyOf, isNarrowed, toggled, without } = rules

/** Criteria whose choices are words of the vocabulary. */
const OF_WORDS: readonly Facet[] = ['sector', 'value', 'theme', 'seek', 'offer']

/**
 * The same with words as they are by now: an address may have been kept since before some were merged.
 *
 * @param criteria as they were kept
 * @param meaning what a word stands for
 */
export function withMeanings(criteria: Criteria, meaning: (word: string) => string): Criteria {
	return criteriaOf({
		...criteria,
		facets: Object.fromEntries(entriesOf(criteria.facets).map(([facet, ids]) => [facet, OF_WORDS.includes(facet) ? ids.map(meaning) : ids])),
	})
}

/** Whether an address asks for the compact list. */
export function readView(query: Parsed): View {
	return textsOf(query.view)[0] === 'list' ? 'list' : 'cards'
}

/** Writes an address. */
export function writeQuery(criteria: Criteria, view: View = 'cards'): Query {
	return { ...rules.writeCriteria(criteria), ...view === 'list' ? { view } : {} }
}
