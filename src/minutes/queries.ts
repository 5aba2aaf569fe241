/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Minutes, MinutesSummary } from './model.ts'

import { useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { askAgain } from '../shared/askAgain.ts'
import { askPeople } from './ask/gateway.ts'
import * as gateway from './gateway.ts'

const KEYS = {
	list: ['minutes'],
	one: (id: number) => ['minutes', id],
}

/** The minutes that were brought in, the last touched first. */
export function useMinutesList(): UseQueryReturn<MinutesSummary[]> {
	return useQuery({ key: KEYS.list, query: ({ signal }) => gateway.listMinutes(signal), refetchOnWindowFocus: false })
}

/** Minutes with their plan and the groups made from it. */
export function useMinutes(id: MaybeRefOrGetter<number>): UseQueryReturn<Minutes> {
	return useQuery({
		key: () => KEYS.one(toValue(id)),
		query: ({ signal }) => gateway.getMinutes(toValue(id), signal),
		refetchOnWindowFocus: false,
	})
}

/** What changes minutes. Each call throws an ApiError when it is refused. */
export function useMinutesActions() {
	const cache = useQueryCache()

	function keep(minutes: Minutes): Minutes {
		cache.cancelQueries({ key: KEYS.one(minutes.id) })
		cache.setQueryData(KEYS.one(minutes.id), minutes)
		return minutes
	}

	return {
		start: async (...args: Parameters<typeof gateway.startMinutes>) => keep(await gateway.startMinutes(...args)),
		get: async (id: number) => keep(await gateway.getMinutes(id)),
		save: async (...args: Parameters<typeof gateway.saveMinutes>) => keep(await gateway.saveMinutes(...args)),
		delete: gateway.deleteMinutes,
		/** Who of a roster is in the network already; at most 500 at once. */
		find: gateway.findPeople,
		/** Asks people into a group; at most 100 at once. */
		ask: askPeople,
		/** Whatever else this page holds may list the minutes and groups that came or went. */
		tell: () => askAgain(cache),
	}
}
