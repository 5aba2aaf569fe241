/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { AddressOutcome, AddressRow, ConsentRecord, LetterSettings, OwnLetter, RecordedChoice, Subscriber, Subscribers, SubscribersAt, SubscriberState } from './model.ts'

import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { useHomeAgain } from '../member/index.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import * as gateway from './gateway.ts'
import { ROWS_AT_ONCE } from './model.ts'
import { subscriptionReasons } from './reasons.ts'

// Only calls loaded with this file are refused for these reasons.
registerReasons(subscriptionReasons)

const keys = {
	all: ['subscription'],
	own: ['subscription', 'own'],
	lists: ['subscription', 'list'],
	list: (state: SubscriberState, q: string) => ['subscription', 'list', state, q],
	at: (address: string) => ['subscription', 'at', address],
	settings: ['subscription', 'settings'],
	consents: ['subscription', 'consents'],
}

/** Whether I get the letter. Always refetched: a link in a mail may have changed it. */
export function useOwnLetter(): UseQueryReturn<OwnLetter> {
	return useQuery({ key: keys.own, query: ({ signal }) => gateway.getOwnLetter(signal), staleTime: 0 })
}

/** Sets whether I want the letter. Throws an ApiError if it is refused. */
export function useChooseLetter(): (wants: boolean) => Promise<OwnLetter> {
	const cache = useQueryCache()
	const homeAgain = useHomeAgain()
	return useMutation({
		mutation: (wants: boolean) => gateway.chooseLetter(wants),
		onSuccess(letter) {
			// A pending answer may hold the old state.
			cache.cancelQueries({ key: keys.own, exact: true })
			cache.setQueryData(keys.own, letter)
			homeAgain()
		},
	}).mutateAsync
}

/** The subscribers of the letter, or those who left, by name. */
export function useSubscribers(state: MaybeRefOrGetter<SubscriberState>, q: MaybeRefOrGetter<string>): UseInfiniteQueryReturn<Subscribers, Error, string> {
	return useInfiniteQuery(() => {
		const asked = { state: toValue(state), ...toValue(q) !== '' && { q: toValue(q) } }
		return {
			key: keys.list(asked.state, toValue(q)),
			query: ({ pageParam, signal }) => gateway.listSubscribers({ ...asked, ...pageParam !== '' && { cursor: pageParam } }, signal),
			initialPageParam: '',
			getNextPageParam: (page) => page.next,
			staleTime: 0,
		}
	})
}

/** Who gets the letter at an address, or left; nothing is requested for an empty one. */
export function useSubscribersAt(address: MaybeRefOrGetter<string>): UseQueryReturn<SubscribersAt> {
	return useQuery(() => ({
		key: keys.at(toValue(address)),
		query: ({ signal }) => gateway.listSubscribersAt(toValue(address), signal),
		enabled: toValue(address) !== '',
		staleTime: 0,
	}))
}

/** How people can subscribe to the letter. */
export function useLetterSettings(): UseQueryReturn<LetterSettings> {
	return useQuery({ key: keys.settings, query: ({ signal }) => gateway.getSettings(signal), staleTime: 0 })
}

/** The record of consents, last recorded first. */
export function useConsents(): UseInfiniteQueryReturn<ConsentRecord, Error, string> {
	return useInfiniteQuery({
		key: keys.consents,
		query: ({ pageParam, signal }) => gateway.listConsents(pageParam, signal),
		initialPageParam: '',
		getNextPageParam: (page) => page.next,
		staleTime: 0,
	})
}

/** Actions of facilitators and keepers for others. Each call throws an ApiError if it is refused. */
export function useSubscriberActions() {
	const cache = useQueryCache()

	/** The lists and their counts have changed. */
	function refreshed<T>(value: T): T {
		invalidateQueries(cache, { key: keys.all })
		return value
	}

	return {
		recordChoice: async (id: number, choice: RecordedChoice): Promise<Subscriber> => refreshed(await gateway.recordChoice(id, choice)),
		async setUp(changes: Partial<Pick<LetterSettings, 'asks' | 'open'>>): Promise<void> {
			const settings = await gateway.setUp(changes)
			cache.cancelQueries({ key: keys.settings, exact: true })
			cache.setQueryData(keys.settings, settings)
		},
		/** Checks the rows, some at a time; stops between two requests. */
		async check(rows: readonly AddressRow[], signal: AbortSignal, onProgress: (rows: AddressOutcome[]) => void): Promise<void> {
			for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
				onProgress(await gateway.checkAddresses(rows.slice(at, at + ROWS_AT_ONCE), signal))
			}
		},
		/** Imports rows, some at a time; earlier ones stay imported after a failure. */
		async run(rows: readonly AddressRow[], signal: AbortSignal, onProgress: (rows: AddressOutcome[]) => void): Promise<void> {
			try {
				for (let at = 0; at < rows.length && !signal.aborted; at += ROWS_AT_ONCE) {
					onProgress(await gateway.importAddresses(rows.slice(at, at + ROWS_AT_ONCE)))
				}
			} finally {
				refreshed(null)
			}
		},
	}
}

/** Records the choice of the person of a card I keep; returns whether they get the letter now. */
export const recordChoiceOfCard = gateway.recordChoiceOfCard
