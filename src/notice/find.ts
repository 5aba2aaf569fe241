/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CriteriaOf } from '../search/criteria.ts'
import type { NoticeFacet, NoticeKind, NoticeList, NoticeMode, NoticeSort, NoticeSummary } from './model.ts'

import { criteriaRules } from '../search/criteria.ts'
import { NOTICE_FACETS, NOTICE_KINDS, NOTICE_MODES, NOTICE_SORTS } from './model.ts'

/** A search among the notices. */
export type NoticeCriteria = CriteriaOf<NoticeFacet, NoticeSort>

export const noticeRules = criteriaRules<NoticeFacet, NoticeSort>(NOTICE_FACETS, NOTICE_SORTS, 'recent')
export const { usualSort, criteriaOf, entriesOf, keyOf, isNarrowed, askedOf, readCriteria, writeCriteria } = noticeRules

/**
 * Replaces terms that were merged into others: a saved link may still contain the old ones.
 *
 * @param criteria as read from the address
 * @param meaning the current id of a term
 */
export function withCurrentTerms(criteria: NoticeCriteria, meaning: (word: string) => string): NoticeCriteria {
	return criteriaOf({ ...criteria, facets: { ...criteria.facets, term: criteria.facets.term?.map(meaning) } })
}

/** The notices of several pages, each once: one that was published between two requests moves the others. */
export function mergePages(pages: readonly Pick<NoticeList, 'notices'>[]): NoticeSummary[] {
	return [...new Map(pages.flatMap(({ notices }) => notices).map((notice) => [notice.id, notice])).values()]
}

/** Whether a word is a kind of notice. */
export function isKind(word: string): word is NoticeKind {
	return (NOTICE_KINDS as readonly string[]).includes(word)
}

/** Whether a word is one of the modes. */
export function isMode(word: string): word is NoticeMode {
	return (NOTICE_MODES as readonly string[]).includes(word)
}
