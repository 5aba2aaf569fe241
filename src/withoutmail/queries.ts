/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { CallSheet, NewCall, WithoutMail } from './model.ts'

import { useInfiniteQuery, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import * as gateway from './gateway.ts'
import { withoutMailReasons } from './reasons.ts'

// Only calls loaded with this file are refused for these reasons.
registerReasons(withoutMailReasons)

const keys = {
	list: ['without-mail', 'list'],
	sheet: (id: number) => ['without-mail', 'sheet', id],
}

/** People whose card I keep and who cannot be reached by email, by name. */
export function useWithoutMail(): UseInfiniteQueryReturn<WithoutMail, Error, string> {
	return useInfiniteQuery({
		key: keys.list,
		query: ({ pageParam, signal }) => gateway.listWithoutMail(pageParam, signal),
		initialPageParam: '',
		getNextPageParam: (page) => page.next,
		staleTime: 0,
	})
}

/** What to announce to a person and to ask them. Always refetched: what waits changes. */
export function useSheet(id: MaybeRefOrGetter<number>): UseQueryReturn<CallSheet> {
	return useQuery({ key: () => keys.sheet(toValue(id)), query: ({ signal }) => gateway.getSheet(toValue(id), signal), staleTime: 0 })
}

/** Records of a keeper about a person. Each call throws an ApiError if it is refused. */
export function useCalls(id: number) {
	const cache = useQueryCache()

	function keep(sheet: CallSheet): CallSheet {
		cache.cancelQueries({ key: keys.sheet(id), exact: true })
		cache.setQueryData(keys.sheet(id), sheet)
		invalidateQueries(cache, { key: keys.list })
		return sheet
	}

	return {
		add: async (body: NewCall): Promise<CallSheet> => keep(await gateway.addCall(id, body)),
		remove: async (call: number): Promise<CallSheet> => keep(await gateway.removeCall(id, call)),
		/** Other data of the person has changed. */
		again: () => invalidateQueries(cache, { key: keys.sheet(id) }),
	}
}
