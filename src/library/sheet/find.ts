/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CriteriaOf } from '../../search/criteria.ts'
import type { SheetFacet, SheetList, SheetSummary } from '../model.ts'

import { criteriaRules } from '../../search/criteria.ts'
import { SHEET_FACETS, SHEET_SORTS } from '../model.ts'

type SheetSort = typeof SHEET_SORTS[number]

/** What somebody looks for in the library. */
export type SheetCriteria = CriteriaOf<SheetFacet, SheetSort>

/** By relevance for words, else what was changed last; never by what came of it. */
export const { usualSort, criteriaOf, entriesOf, countChoices, readCriteria, writeCriteria, keyOf, isNarrowed, toggled, askedOf } = criteriaRules<SheetFacet, SheetSort>(SHEET_FACETS, SHEET_SORTS, 'fresh')

/**
 * The same with words as they are by now: an address may have been kept since before some were merged.
 *
 * @param criteria as they were kept
 * @param meaning what a word stands for
 */
export function withMeanings(criteria: SheetCriteria, meaning: (word: string) => string): SheetCriteria {
	return criteriaOf({ ...criteria, facets: { ...criteria.facets, term: criteria.facets.term?.map(meaning) } })
}

/** The sheets of several pages, each once: one that was changed between two requests comes in both. */
export function sheetsOf(pages: readonly Pick<SheetList, 'sheets'>[]): SheetSummary[] {
	return [...new Map(pages.flatMap(({ sheets }) => sheets).map((sheet) => [sheet.fileId, sheet])).values()]
}

/** A text cut up: by turns without and with words that were looked for. */
export function piecesOf({ text, marks }: NonNullable<SheetSummary['found']>): string[] {
	const characters = [...text]
	const pieces: string[] = []
	let end = 0
	for (const [start, length] of marks) {
		pieces.push(characters.slice(end, start).join(''), characters.slice(start, start + length).join(''))
		end = start + length
	}
	return [...pieces, characters.slice(end).join('')]
}
