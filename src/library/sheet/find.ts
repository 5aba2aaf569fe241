/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CriteriaOf, Query } from '../../search/criteria.ts'
import type { SheetFacet, SheetList, SheetSummary } from '../model.ts'

import { criteriaRules } from '../../search/criteria.ts'
import { SHEET_FACETS, SHEET_SORTS } from '../model.ts'

type SheetSort = typeof SHEET_SORTS[number]

/** What a person searches for in the library. */
export type SheetCriteria = CriteriaOf<SheetFacet, SheetSort>

/** By relevance if words are searched, else by last change; never by outcome. */
export const sheetRules = criteriaRules<SheetFacet, SheetSort>(SHEET_FACETS, SHEET_SORTS, 'fresh')
export const { usualSort, criteriaOf, readCriteria, writeCriteria, keyOf, isNarrowed, askedOf } = sheetRules

/** The address of everything in the library with some terms. */
export function searchFor(facets: SheetCriteria['facets']): Address {
	return { path: '/library', query: writeCriteria(criteriaOf({ facets })) }
}

/**
 * Replaces terms that were merged into others: a saved link may still contain the old ones.
 *
 * @param criteria as read from the URL
 * @param meaning the current id of a term
 */
export function withCurrentTerms(criteria: SheetCriteria, meaning: (word: string) => string): SheetCriteria {
	return criteriaOf({ ...criteria, facets: { ...criteria.facets, term: criteria.facets.term?.map(meaning) } })
}

/** The sheets of several pages, each once: one that was changed between two requests may be in both. */
export function mergePages(pages: readonly Pick<SheetList, 'sheets'>[]): SheetSummary[] {
	return [...new Map(pages.flatMap(({ sheets }) => sheets).map((sheet) => [sheet.fileId, sheet])).values()]
}

/** The part of the vocabulary that is used here. */
type Words = Readonly<Record<'sectors' | 'themes', readonly { id: string }[]>>

/** The pages of people and notices with the same themes and places; null if they have no such criteria, or words are searched. */
export function alike({ q, facets }: SheetCriteria, vocabulary: Words | undefined): { people: Address | null, notices: Address | null } {
	const { term = [], territory = [], ...others } = facets
	if (q !== '' || Object.keys(others).length > 0 || term.length + territory.length === 0 || !vocabulary) {
		return { people: null, notices: null }
	}
	const among = (words: Words['sectors']) => term.filter((id) => words.some((one) => one.id === id))
	const [sector, theme] = [among(vocabulary.sectors), among(vocabulary.themes)]
	// Several criteria are combined with “and”, words of one criterion with “or”: with both lists it would be another search.
	const same = sector.length === term.length || theme.length === term.length
	return { people: same ? address('/members', { territory, sector, theme }) : null, notices: address('/notices', { territory, term }) }
}

interface Address { path: string, query: Query }

function address(path: string, facets: Record<string, readonly string[]>): Address {
	return { path, query: Object.fromEntries(Object.entries(facets).filter(([, ids]) => ids.length > 0).map(([facet, ids]) => [`facet[${facet}][]`, [...ids]])) }
}
