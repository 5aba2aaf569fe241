/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Agreement, Ending, Fits, NewRow, NewSession, Publication, RowChanges, Said, Session, SessionChanges, Sessions } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { declineMatch, undoDecline } from '../matching/gateway.ts'
import { useHomeAgain } from '../member/index.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import * as gateway from './gateway.ts'
import { sessionReasons } from './reasons.ts'

// Only calls loaded with this file are refused for these reasons.
registerReasons(sessionReasons)

const keys = {
	all: ['sessions'],
	list: ['sessions', 'list'],
	one: (id: number) => ['sessions', 'one', id],
	fits: (id: number, row: number) => ['sessions', 'fits', id, row],
	ending: (id: number) => ['sessions', 'ending', id],
	said: ['sessions', 'said'],
}

/** Sessions of the network. */
export function useSessions(): UseQueryReturn<Sessions> {
	return useQuery({ key: keys.list, query: ({ signal }) => gateway.listSessions(signal), staleTime: 0 })
}

/** A session. Always refetched: another facilitator may edit it. */
export function useRoom(id: number): UseQueryReturn<Session> {
	return useQuery({ key: keys.one(id), query: ({ signal }) => gateway.getSession(id, signal), staleTime: 0 })
}

/** What fits a row; null requests nothing. */
export function useFits(id: number, row: MaybeRefOrGetter<number | null>): UseQueryReturn<Fits> {
	return useQuery({
		key: () => keys.fits(id, toValue(row) ?? 0),
		query: ({ signal }) => gateway.listFits(id, toValue(row) ?? 0, signal),
		enabled: () => toValue(row) !== null,
		staleTime: 0,
	})
}

/** Preview of the end of a session. */
export function useEnding(id: number): UseQueryReturn<Ending> {
	return useQuery({ key: keys.ending(id), query: ({ signal }) => gateway.previewEnding(id, signal), staleTime: 0 })
}

/** What waits for my answer after sessions. */
export function useSaid(): UseQueryReturn<Said> {
	return useQuery({ key: keys.said, query: ({ signal }) => gateway.listSaid(signal), staleTime: 0 })
}

/** Creates a session; throws an ApiError if it is refused. */
export function useNewSession(): (session: NewSession) => Promise<Session> {
	const cache = useQueryCache()
	return useMutation({
		mutation: (session: NewSession) => gateway.createSession(session),
		onSuccess: () => invalidateQueries(cache, { key: keys.list }),
	}).mutateAsync
}

/** Everything that changes a session. Each call throws an ApiError if it is refused. */
export function useRoomActions(id: number) {
	const cache = useQueryCache()
	const homeAgain = useHomeAgain()

	function keep(session: Session): Session {
		// A pending answer may hold the old state.
		cache.cancelQueries({ key: keys.one(id), exact: true })
		cache.setQueryData(keys.one(id), session)
		return session
	}

	const change = useMutation({
		mutation: (work: () => Promise<unknown>) => work(),
		// Refused because another facilitator was faster: the page shows what they wrote.
		onError: () => invalidateQueries(cache, { key: keys.one(id) }),
	})

	async function run<T>(work: () => Promise<T>): Promise<T> {
		return await change.mutateAsync(work) as T
	}

	return {
		edit: (changes: SessionChanges) => run(async () => keep(await gateway.editSession(id, changes))),
		makeTalk: () => run(async () => keep(await gateway.makeTalk(id))),
		removeTalk: () => run(async () => keep(await gateway.removeTalk(id))),
		/** @return id of the row */
		add: (row: NewRow) => run(async () => {
			const added = await gateway.addRow(id, row)
			keep(added.session)
			return added.row
		}),
		changeRow: (row: number, changes: RowChanges) => run(async () => keep(await gateway.changeRow(id, row, changes))),
		removeRow: (row: number) => run(async () => keep(await gateway.removeRow(id, row))),
		agree: (person: number, agreement: Agreement) => run(async () => keep(await gateway.setAgreement(id, person, agreement))),
		end: (version: number, pairs: [number, number][]) => run(async () => {
			keep(await gateway.endSession(id, { version, pairs }))
			// Notices, cards and introductions were created; the preview of the end no longer exists.
			invalidateQueries(cache, { predicate: ({ key }) => key[1] !== 'ending' })
			homeAgain()
		}),
		remove: () => run(async () => {
			await gateway.deleteSession(id)
			cache.getEntries({ key: keys.one(id) }).forEach((entry) => cache.remove(entry))
			invalidateQueries(cache, { key: keys.list })
		}),
	}
}

/** Answers after a session. Each call throws an ApiError if it is refused. */
export function useSaidActions() {
	const cache = useQueryCache()
	const homeAgain = useHomeAgain()

	const change = useMutation({
		mutation: (work: () => Promise<unknown>) => work(),
		onSettled() {
			invalidateQueries(cache, { key: keys.said })
			homeAgain()
		},
	})

	async function run<T>(work: () => Promise<T>): Promise<T> {
		return await change.mutateAsync(work) as T
	}

	return {
		/** @return id of the notice */
		publish: (said: number, publication: Publication = {}) => run(async () => {
			const { notice } = await gateway.publishSaid(said, publication)
			invalidateQueries(cache, { key: ['notices'] })
			return notice
		}),
		decline: (said: number) => run(() => gateway.declineSaid(said)),
		undoDecline: (said: number) => run(() => gateway.undoDeclineSaid(said)),
		agreePair: (pair: number) => run(async () => {
			await gateway.agreePair(pair)
			invalidateQueries(cache, { key: ['matching'] })
		}),
		/** Silently: the other person is not informed. For a person whose card I keep, or for myself. */
		declinePair: (other: number, member?: number) => run(() => declineMatch(other, member)),
		undoDeclinePair: (other: number, member?: number) => run(() => undoDecline(other, member)),
	}
}
