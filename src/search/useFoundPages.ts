/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn } from '@pinia/colada'
import type { ComputedRef } from 'vue'

import { computed } from 'vue'

type Query<Page> = UseInfiniteQueryReturn<Page, Error, string>

interface FoundPages<Page, Found> extends Pick<Query<Page>, 'error' | 'isLoading' | 'hasNextPage' | 'loadNextPage' | 'refetch'> {
	/** The previous result until the one for the current criteria has arrived, which replaces it. */
	found: ComputedRef<Found | undefined>
	/** Whether the result is the previous one. */
	waiting: ComputedRef<boolean>
}

/**
 * The results for criteria, as far as loaded.
 *
 * @param query pages for the current criteria
 * @param merge combines the pages
 * @param wanted whether to search at all
 */
export function useFoundPages<Page, Found>(query: Query<Page>, merge: (first: Page, last: Page, pages: readonly Page[]) => Found, wanted: () => boolean = () => true): FoundPages<Page, Found> {
	const { data, error, isLoading, hasNextPage, loadNextPage, refetch } = query
	const found = computed<Found | undefined>((before) => {
		const pages = data.value?.pages
		if (!wanted()) {
			return undefined
		}
		if (!pages) {
			return error.value ? undefined : before
		}
		return merge(pages[0]!, pages.at(-1)!, pages)
	})
	const waiting = computed(() => found.value !== undefined && !data.value)

	return { found, waiting, error, isLoading, hasNextPage, loadNextPage, refetch }
}
