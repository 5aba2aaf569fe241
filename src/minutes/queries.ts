/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Ask, AskedOutcome, AskedPerson } from './ask/model.ts'
import type { Minutes, MinutesSummary } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import * as asks from './ask/gateway.ts'
import * as gateway from './gateway.ts'
import { minutesReasons } from './reasons.ts'

// Not at the start: the main page is at its size limit.
registerReasons(minutesReasons)

const KEYS = {
	list: ['minutes'],
	one: (id: number) => ['minutes', id],
	asks: (group: number) => ['asks', group],
}

/** The imported minutes, last changed first. */
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

/** Everything that changes minutes. Each call throws an ApiError if it is refused. */
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
		/** The people of a roster who are in the network; at most 500. */
		find: gateway.findPeople,
		/** Invites people to a group; at most 100. */
		ask: asks.askPeople,
		/** Other data of this page may list the minutes and groups that were added or removed. */
		refresh: () => invalidateQueries(cache),
	}
}

/** People without an account who were invited to a group and have not answered; for its facilitators. */
export function useAsks(group: MaybeRefOrGetter<number>): UseQueryReturn<Ask[]> {
	return useQuery({ key: () => KEYS.asks(toValue(group)), query: ({ signal }) => asks.listAsks(toValue(group), signal) })
}

/** Invites people to a group one by one. Each call throws an ApiError if it is refused. */
export function useAskActions(group: MaybeRefOrGetter<number>) {
	const cache = useQueryCache()
	const onSuccess = () => invalidateQueries(cache, { key: KEYS.asks(toValue(group)) })
	const ask = useMutation({
		mutation: async (person: Omit<AskedPerson, 'key'>): Promise<AskedOutcome> => (await asks.askPeople(toValue(group), [{ ...person, key: 'one' }]))[0]!.outcome,
		onSuccess,
	})
	const again = useMutation({ mutation: (id: number) => asks.askAgain(id), onSuccess })
	const revoke = useMutation({ mutation: (id: number) => asks.revokeAsk(id), onSuccess })
	const reply = useMutation({ mutation: ({ id, text }: { id: number, text: string }) => asks.replyToAsk(id, text), onSuccess })
	return { ask: ask.mutateAsync, again: again.mutateAsync, revoke: revoke.mutateAsync, reply: reply.mutateAsync }
}
