/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { Choice, Choices } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import * as gateway from './gateway.ts'

const KEY = ['delivery']

/** My notification settings. Always refetched: the page of a mail may have changed them. */
export function useChoices(): UseQueryReturn<Choices> {
	return useQuery({ key: KEY, query: ({ signal }) => gateway.getChoices(signal), staleTime: 0 })
}

/** Sets how I am notified of one kind. Throws an ApiError if it is refused. */
export function useChoose(): (choice: Choice) => Promise<Choices> {
	const cache = useQueryCache()
	return useMutation({
		mutation: (choice: Choice) => gateway.choose(choice),
		onSuccess(choices) {
			// A pending answer may hold the old state.
			cache.cancelQueries({ key: KEY, exact: true })
			cache.setQueryData(KEY, choices)
		},
	}).mutateAsync
}
