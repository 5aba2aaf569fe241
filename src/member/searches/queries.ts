/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { Criteria } from '../criteria.ts'
import type { SavedSearch } from '../model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import { askedOf, criteriaOf } from '../criteria.ts'
import * as gateway from '../gateway.ts'
import { memberKeys } from '../queries.ts'
import { withoutSearch, withSearch } from './edit.ts'

/** My saved searches, newest first. */
export function useSearches(): UseQueryReturn<SavedSearch[]> {
	return useQuery({ key: memberKeys.searches, query: ({ signal }) => gateway.listSearches(signal) })
}

/** Everything that changes saved searches. Each call throws an ApiError if it is refused. */
export function useSearchActions() {
	const cache = useQueryCache()

	/** Updates the list in the cache, also before the server has answered. */
	function update(change: (searches: SavedSearch[]) => SavedSearch[]): void {
		const searches = cache.getQueryData<SavedSearch[]>(memberKeys.searches)
		// A pending answer may hold the old state.
		cache.cancelQueries({ key: memberKeys.searches })
		if (searches) {
			cache.setQueryData(memberKeys.searches, change(searches))
		}
	}

	/** Reloads what was updated too early or not at all. */
	function settle(): void {
		invalidateQueries(cache, { key: memberKeys.searches })
		invalidateQueries(cache, { key: memberKeys.home })
	}

	const keep = useMutation({
		mutation: ({ name, criteria: { q, facets } }: { name: string, criteria: Criteria }) => {
			const { facet = {} } = askedOf(criteriaOf({ facets }))
			return gateway.keepSearch({ name, q, facet })
		},
		onSuccess: (search) => update((searches) => withSearch(searches, search)),
		onSettled: settle,
	})
	const rename = useMutation({
		mutation: ({ search, name }: { search: SavedSearch, name: string }) => gateway.renameSearch(search.id, name),
		onMutate: ({ search, name }) => update((searches) => withSearch(searches, { ...search, name })),
		onSettled: settle,
	})
	const forget = useMutation({
		mutation: ({ id }: SavedSearch) => gateway.deleteSearch(id),
		onMutate: ({ id }) => update((searches) => withoutSearch(searches, id)),
		onSettled: settle,
	})

	return {
		/** Saves words and criteria under a name. */
		keep: keep.mutateAsync,
		/** Renames a search. */
		rename: rename.mutateAsync,
		/** Deletes a saved search. */
		forget: forget.mutateAsync,
	}
}
