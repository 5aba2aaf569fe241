/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CriteriaOf } from '../../search/criteria.ts'
import type { SheetFacet, SheetList, SheetSummary } from '../model.ts'

import { criteriaRules } from '../../search/criteria.ts'
import { SHEET_FACETS, SHEET_SORTS } from '../model.ts'

type SheetSort = typeof SHEET_SORTS[number]

/** What a person searches for in the library. */
export type SheetCriteria = CriteriaOf<SheetFacet, SheetSort>

/** By relevance for words, else what was changed last; never by what came of it. */
export const sheetRules = criteriaRules<SheetFacet, SheetSort>(SHEET_FACETS, SHEET_SORTS, 'fresh')
export const { usualSort, criteriaOf, entriesOf, countChoices, readCriteria, writeCriteria, keyOf, isNarrowed, toggled, askedOf } = sheetRules

/**
 * Replaces terms that were merged into others: a saved link may still contain the old ones.
 *
 * @param criteria as read from the URL
 * @param meaning the current id of a term
 */
export function withCurrentTerms(criteria: SheetCriteria, meaning: (word: string) => string): SheetCriteria {
	return criteriaOf({ ...criteria, facets: { ...criteria.facets, term: criteria.facets.term?.map(meaning) } })
}

/** The sheets of several pages, each once: one that was changed between two requests is in both. */
export function mergePages(pages: readonly Pick<SheetList, 'sheets'>[]): SheetSummary[] {
	return [...new Map(pages.flatMap(({ sheets }) => sheets).map((sheet) => [sheet.fileId, sheet])).values()]
}
