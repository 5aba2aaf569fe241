/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn } from '@pinia/colada'
import type { ComputedRef } from 'vue'
import type { SheetList, SheetSummary } from '../../model.ts'
import type { SheetCriteria } from '../../sheet/find.ts'

import { computed } from 'vue'
import { isNarrowed, mergePages } from '../../sheet/find.ts'
import { useSheets } from '../../sheet/queries.ts'

/** The result, and its criteria. */
interface Found extends Pick<SheetList, 'total' | 'facets' | 'near' | 'corrected'> {
	criteria: SheetCriteria
	sheets: SheetSummary[]
}

type Query = UseInfiniteQueryReturn<SheetList, Error, string>

interface FoundSheets extends Pick<Query, 'error' | 'isLoading' | 'hasNextPage' | 'loadNextPage' | 'refetch'> {
	/** The previous result until the one for the current criteria has arrived, which replaces it. */
	found: ComputedRef<Found | undefined>
	/** Whether the result is the previous one. */
	waiting: ComputedRef<boolean>
}

/** The sheets that match the criteria, as far as loaded; without criteria nothing is queried, unless `all` are wanted. */
export function useFoundSheets(criteria: ComputedRef<SheetCriteria>, all: () => boolean): FoundSheets {
	const wanted = () => all() || isNarrowed(criteria.value)
	const { data, error, isLoading, hasNextPage, loadNextPage, refetch } = useSheets(criteria, wanted)

	const found = computed<Found | undefined>((last) => {
		const pages = data.value?.pages
		if (!wanted()) {
			return undefined
		}
		if (!pages) {
			return error.value ? undefined : last
		}
		const { facets, near, corrected } = pages[0]!
		return { criteria: criteria.value, sheets: mergePages(pages), total: pages.at(-1)!.total, facets, near, corrected }
	})
	const waiting = computed(() => found.value !== undefined && !data.value)

	return { found, waiting, error, isLoading, hasNextPage, loadNextPage, refetch }
}
