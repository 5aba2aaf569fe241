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

/** The searches I keep, the latest first. */
export function useSearches(): UseQueryReturn<SavedSearch[]> {
	return useQuery({ key: memberKeys.searches, query: ({ signal }) => gateway.listSearches(signal) })
}

/** Everything that changes the searches I keep. Each call throws an ApiError when it is refused. */
export function useSearchActions() {
	const cache = useQueryCache()

	/** Shows the list as it is, or as it is about to be. */
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
		mutation: ({ id }: SavedSearch) => gateway.forgetSearch(id),
		onMutate: ({ id }) => update((searches) => withoutSearch(searches, id)),
		onSettled: settle,
	})

	return {
		/** Keeps words and criteria under a name. */
		keep: keep.mutateAsync,
		/** Gives a search another name. */
		rename: rename.mutateAsync,
		/** Keeps a search no longer. */
		forget: forget.mutateAsync,
	}
}
