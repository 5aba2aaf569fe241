/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Home, WorkList } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { readWelcome } from '../../settings/index.ts'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import * as gateway from '../gateway.ts'
import { memberKeys } from '../queries.ts'

/** What waits for me, and new members. */
export function useHome(): UseQueryReturn<Home> {
	return useQuery({
		key: memberKeys.home,
		query: ({ signal }) => gateway.getHome(signal),
	})
}

/** The cards due and new files in my groups, or in one of them; separate from the page, because it reads Deck and Files, and takes longer. */
export function useGroupsWork(group?: MaybeRefOrGetter<number>): UseQueryReturn<WorkList> {
	return useQuery({
		key: () => memberKeys.work(toValue(group) ?? 0),
		query: ({ signal }) => gateway.getGroupsWork({ group: toValue(group) }, signal),
	})
}

/** Refetches home, for a higher domain that completed one of its tasks. */
export function useHomeAgain(): () => void {
	const cache = useQueryCache()
	return () => invalidateQueries(cache, { key: memberKeys.home })
}

/** Dismisses the list of first steps of the network, or shows it again; throws an ApiError on failure. */
export function useBeginning(): (away: boolean) => Promise<Home> {
	const cache = useQueryCache()
	return useMutation({
		mutation: (away: boolean) => gateway.dismissBeginning(away),
		onSuccess(home) {
			cache.cancelQueries({ key: memberKeys.home })
			cache.setQueryData(memberKeys.home, home)
		},
	}).mutateAsync
}

/** Dismisses the network’s welcome text (empty), or shows it again; throws an ApiError on failure. */
export function useWelcomeRead(): (text: string) => Promise<null> {
	const cache = useQueryCache()
	return useMutation({
		mutation: (text: string) => readWelcome(text === ''),
		onSuccess(_, text) {
			const home = cache.getQueryData<Home>(memberKeys.home)
			cache.cancelQueries({ key: memberKeys.home })
			if (home) {
				cache.setQueryData(memberKeys.home, { ...home, welcome: text })
			}
		},
	}).mutateAsync
}
