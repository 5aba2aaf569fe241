/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { Dates, Feeds } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import * as gateway from './gateway.ts'

const keys = {
	dates: ['calendar', 'dates'],
	feeds: ['calendar', 'feeds'],
}

/** My dates of the next year. */
export function useDates(): UseQueryReturn<Dates> {
	return useQuery({ key: keys.dates, query: ({ signal }) => gateway.listDates(signal) })
}

/** The addresses of my calendar. Always refetched: they end when the person leaves a group. */
export function useFeeds(): UseQueryReturn<Feeds> {
	return useQuery({ key: keys.feeds, query: ({ signal }) => gateway.listFeeds(signal), staleTime: 0 })
}

/** Creates an address, replacing the previous one, or deletes it. Each throws an ApiError if it is refused. */
export function useFeedActions() {
	const cache = useQueryCache()
	const change = useMutation({
		mutation: (work: () => Promise<Feeds>) => work(),
		onSuccess(feeds) {
			// A pending answer may hold the old state.
			cache.cancelQueries({ key: keys.feeds, exact: true })
			cache.setQueryData(keys.feeds, feeds)
		},
	})
	return {
		make: (feed: number) => change.mutateAsync(() => gateway.makeFeed(feed)),
		remove: (feed: number) => change.mutateAsync(() => gateway.removeFeed(feed)),
	}
}
