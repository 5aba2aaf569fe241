/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn } from '@pinia/colada'
import type { ComputedRef } from 'vue'
import type { NoticeCriteria } from '../../find.ts'
import type { NoticeList, NoticeSummary } from '../../model.ts'

import { computed } from 'vue'
import { mergePages } from '../../find.ts'
import { useNotices } from '../../queries.ts'

interface Found extends Pick<NoticeList, 'total' | 'facets' | 'near' | 'corrected'> {
	notices: NoticeSummary[]
}
type Query = UseInfiniteQueryReturn<NoticeList, Error, string>

interface FoundNotices extends Pick<Query, 'error' | 'isLoading' | 'hasNextPage' | 'loadNextPage' | 'refetch'> {
	/** The previous result until the one for the current criteria has arrived, which replaces it. */
	found: ComputedRef<Found | undefined>
	/** Whether the result is the previous one. */
	waiting: ComputedRef<boolean>
}

/** The notices that match the criteria, as far as loaded. */
export function useFoundNotices(criteria: ComputedRef<NoticeCriteria>): FoundNotices {
	const { data, error, isLoading, hasNextPage, loadNextPage, refetch } = useNotices(criteria)
	const found = computed<Found | undefined>((last) => {
		const pages = data.value?.pages
		if (!pages) {
			return error.value ? undefined : last
		}
		const { facets, near, corrected } = pages[0]!
		return { notices: mergePages(pages), total: pages.at(-1)!.total, facets, near, corrected }
	})
	const waiting = computed(() => found.value !== undefined && !data.value)
	return { found, waiting, error, isLoading, hasNextPage, loadNextPage, refetch }
}
