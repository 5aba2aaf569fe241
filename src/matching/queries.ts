/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { CardMatch, Matches } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { useHomeAgain } from '../member/index.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import * as gateway from './gateway.ts'
import { MOST_MATCHES, MOST_OF_KEPT } from './model.ts'

export const matchKeys = {
	all: ['matches'],
	list: ['matches', 'list'],
	of: (member: number) => ['matches', 'of', member],
	saved: (version: number) => ['matches', 'saved', version],
	one: (id: number) => ['matches', 'one', id],
	notice: (id: number, version: number) => ['matches', 'notice', id, version],
}

/** The people I could meet. Always refetched: my card may have changed. */
export function useMatches(): UseQueryReturn<Matches> {
	return useQuery({ key: matchKeys.list, query: ({ signal }) => gateway.listMatches(MOST_MATCHES, signal), staleTime: 0 })
}

/** The people I could meet by a version of my card that was just saved; those of the version before stay while they load. */
export function useMatchesOfSaved(version: MaybeRefOrGetter<number>, enabled: MaybeRefOrGetter<boolean>): UseQueryReturn<Matches> {
	return useQuery({
		enabled,
		key: () => matchKeys.saved(toValue(version)),
		query: ({ signal }) => gateway.listMatches(MOST_MATCHES, signal),
		placeholderData: (before) => before,
	})
}

/** The people a person whose card I keep could meet. */
export function useMatchesOf(member: MaybeRefOrGetter<number>): UseQueryReturn<Matches> {
	return useQuery({ key: () => matchKeys.of(toValue(member)), query: ({ signal }) => gateway.listMatches(MOST_OF_KEPT, signal, toValue(member)) })
}

/** The reasons to meet one person; null requests nothing. */
export function useMatch(id: MaybeRefOrGetter<number | null>): UseQueryReturn<CardMatch> {
	return useQuery({
		key: () => matchKeys.one(toValue(id) ?? 0),
		query: ({ signal }) => gateway.getMatch(toValue(id) ?? 0, signal),
		enabled: () => toValue(id) !== null,
	})
}

/** The people I could inform of a version of my notice; those of the version before stay while they load. */
export function useNoticeMatches(id: MaybeRefOrGetter<number>, version: MaybeRefOrGetter<number>): UseQueryReturn<Matches> {
	return useQuery({
		key: () => matchKeys.notice(toValue(id), toValue(version)),
		query: ({ signal }) => gateway.listNoticeMatches(toValue(id), signal),
		placeholderData: (before) => before,
		staleTime: 0,
	})
}

/** Removes people from the suggestions, and restores them. Each call throws an ApiError if it is refused. */
export function useDeclining() {
	const cache = useQueryCache()
	const homeAgain = useHomeAgain()

	function settle(): void {
		invalidateQueries(cache, { key: matchKeys.all })
		homeAgain()
	}

	const decline = useMutation({
		mutation: (id: number) => gateway.declineMatch(id),
		onSuccess(_, id) {
			// Removed immediately; a pending answer may still contain them.
			cache.cancelQueries({ key: matchKeys.all })
			const known = cache.getQueryData<Matches>(matchKeys.list)
			if (known) {
				cache.setQueryData(matchKeys.list, { matches: known.matches.filter(({ member }) => member.id !== id) })
			}
		},
		onSettled: settle,
	})
	const undo = useMutation({ mutation: (id: number) => gateway.undoDecline(id), onSettled: settle })

	return { decline: decline.mutateAsync, undo: undo.mutateAsync }
}
