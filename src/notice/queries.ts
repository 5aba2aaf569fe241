/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Conversation, NewMessage, Writing } from '../message/index.ts'
import type { NoticeCriteria } from './find.ts'
import type { Closing, NewNotice, Notice, NoticeChanges, NoticeKind, NoticeList, NoticePage, NoticeSummary, Passed, Passing, SimilarNotices } from './model.ts'

import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { useHomeAgain } from '../member/index.ts'
import { useInvalidateNeighbourhoods } from '../shared/composables/useInvalidateNeighbourhoods.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import { askedOf, keyOf, usualSort } from './find.ts'
import * as gateway from './gateway.ts'
import { noticeReasons, withNoticeReasons, withPassReasons } from './reasons.ts'

// Only calls loaded with this file are refused for these reasons: the main page does without their sentences.
registerReasons(noticeReasons)

export const noticeKeys = {
	/** Everything that shows notices in lists. */
	lists: ['notices', 'list'],
	list: (criteria: NoticeCriteria) => ['notices', 'list', 'found', keyOf(criteria)],
	with: (q: string, limit: number) => ['notices', 'list', 'with', q, limit],
	all: (criteria: NoticeCriteria) => ['notices', 'list', 'all', keyOf(criteria)],
	own: ['notices', 'list', 'own'],
	unanswered: ['notices', 'list', 'unanswered'],
	similar: (asked: Similar) => ['notices', 'list', 'similar', asked.title, asked.kind, ...asked.terms],
	notice: (id: number) => ['notices', 'notice', id],
	passed: (notice: number) => ['notices', 'passed', notice],
	passing: (member: number, notice: number) => ['notices', 'passing', member, notice],
}

/** The input for a notice so far. */
export interface Similar {
	title: string
	kind: NoticeKind | ''
	terms: readonly string[]
}

const asked = (criteria: NoticeCriteria) => ({ ...askedOf(criteria), sort: criteria.sort ?? usualSort(criteria.q) })

/** The open notices that meet criteria, page by page. */
export function useNotices(criteria: MaybeRefOrGetter<NoticeCriteria>): UseInfiniteQueryReturn<NoticeList, Error, string> {
	return useInfiniteQuery(() => {
		const wanted = toValue(criteria)
		return {
			key: noticeKeys.list(wanted),
			query: ({ pageParam, signal }) => gateway.listNotices({ ...asked(wanted), ...pageParam === '' ? {} : { cursor: pageParam } }, signal),
			initialPageParam: '',
			getNextPageParam: (page: NoticeList) => page.next,
			// Coming back would refetch every page.
			refetchOnWindowFocus: false,
		}
	})
}

/** The first notices with words. */
export function useNoticesWith(q: MaybeRefOrGetter<string>, limit: number): UseQueryReturn<NoticeList> {
	return useQuery({
		key: () => noticeKeys.with(toValue(q), limit),
		query: ({ signal }) => gateway.listNotices({ q: toValue(q), limit }, signal),
	})
}

/** The first page of the notices that meet criteria, for printing. */
export function useNoticesToPrint(criteria: MaybeRefOrGetter<NoticeCriteria>, limit: number): UseQueryReturn<NoticeList> {
	return useQuery(() => {
		const wanted = toValue(criteria)
		return {
			key: noticeKeys.all(wanted),
			query: ({ signal }) => gateway.listNotices({ ...asked(wanted), limit }, signal),
		}
	})
}

type NoticePages = UseInfiniteQueryReturn<NoticePage, Error, string>

/** My notices in every state, and those of the people whose cards I keep. */
export function useOwnNotices(): NoticePages {
	return useInfiniteQuery({
		key: noticeKeys.own,
		query: ({ pageParam, signal }) => gateway.listOwn(pageParam, signal),
		initialPageParam: '',
		getNextPageParam: (page: NoticePage) => page.next,
	})
}

/** The notices that had no answer for a week, for facilitators. */
export function useUnanswered(): NoticePages {
	return useInfiniteQuery({
		key: noticeKeys.unanswered,
		query: ({ pageParam, signal }) => gateway.listUnanswered(pageParam, signal),
		initialPageParam: '',
		getNextPageParam: (page: NoticePage) => page.next,
	})
}

/** Open notices that resemble the one being written; nothing is requested with a title of less than three characters. */
export function useSimilar(written: MaybeRefOrGetter<Similar>): UseQueryReturn<SimilarNotices> {
	return useQuery(() => {
		const { title, kind, terms } = toValue(written)
		return {
			key: noticeKeys.similar({ title, kind, terms }),
			query: ({ signal }) => gateway.findSimilar({ title, ...kind === '' ? {} : { kind }, ...terms.length === 0 ? {} : { term: [...terms] } }, signal),
			enabled: title.length > 2,
		}
	})
}

/** A notice; null requests nothing. */
export function useNotice(id: MaybeRefOrGetter<number | null>): UseQueryReturn<Notice> {
	return useQuery({
		key: () => noticeKeys.notice(toValue(id) ?? 0),
		query: ({ signal }) => gateway.getNotice(toValue(id) ?? 0, signal),
		enabled: () => toValue(id) !== null,
	})
}

/** The data of a notice in a list on this page, so that its page has a title before it loads. */
export function useKnownNotice(id: number): NoticeSummary | undefined {
	return useQueryCache().getEntries({ key: noticeKeys.lists })
		.map(({ state }) => state.value.data as { pages?: { notices: NoticeSummary[] }[], notices?: NoticeSummary[] } | undefined)
		.flatMap((data) => [...data?.pages?.flatMap(({ notices }) => notices) ?? [], ...data?.notices ?? []])
		.find((notice) => notice.id === id)
}

/** The requests for a first message to the author of a notice, also for a person whose card I keep. */
export function answering(id: number, person?: number): { getWriting: () => Promise<Writing>, start: (message: NewMessage) => Promise<Conversation> } {
	return {
		getWriting: () => gateway.getWriting(id, person),
		start: (message) => gateway.answerNotice(id, person === undefined ? message : { ...message, for: person }),
	}
}

/** The people whose cards I keep who were sent a notice by email. */
export function usePassed(notice: number): UseQueryReturn<Passed> {
	return useQuery({ key: noticeKeys.passed(notice), query: ({ signal }) => gateway.getPassed(notice, signal) })
}

/** Whether I can send a notice by email to a person whose card I keep, with the email; sending it throws an ApiError on failure. */
export function usePassing(member: number, notice: number): UseQueryReturn<Passing> & { pass: (seen: string) => Promise<Passing> } {
	const cache = useQueryCache()
	const key = noticeKeys.passing(member, notice)
	// The email shown is the one to be sent: always refetched.
	const passing = useQuery({ key, query: ({ signal }) => gateway.getPassing(member, notice, signal), staleTime: 0 })
	const { mutateAsync } = useMutation({
		mutation: (seen: string) => withPassReasons(gateway.passNotice(member, notice, seen)),
		onSuccess(after) {
			cache.setQueryData(key, after)
			invalidateQueries(cache, { key: noticeKeys.passed(notice) })
		},
		onError: () => invalidateQueries(cache, { key }),
	})
	return { ...passing, pass: mutateAsync }
}

/** Everything that changes notices. Each call throws an ApiError if it is refused. */
export function useNoticeActions() {
	const cache = useQueryCache()
	const aroundAgain = useInvalidateNeighbourhoods()
	const homeAgain = useHomeAgain()

	function others(): void {
		// Lists that are not shown restart when next shown, instead of refetching every page.
		cache.getEntries({ key: noticeKeys.lists, active: false }).forEach((entry) => cache.remove(entry))
		invalidateQueries(cache, { key: noticeKeys.lists })
		aroundAgain()
		homeAgain()
	}

	function keep(notice: Notice): void {
		const key = noticeKeys.notice(notice.id)
		// A pending answer may hold the old state.
		cache.cancelQueries({ key, exact: true })
		cache.setQueryData(key, notice)
		others()
	}

	const change = <Input>(call: (input: Input) => Promise<Notice>) => useMutation({ mutation: (input: Input) => withNoticeReasons(call(input)), onSuccess: keep }).mutateAsync

	return {
		/** Publishes a notice. */
		create: change((notice: NewNotice) => gateway.createNotice(notice)),
		/** Changes a notice. */
		edit: change(({ id, ...changes }: { id: number } & NoticeChanges) => gateway.editNotice(id, changes)),
		/** Renews a notice. */
		renew: change(({ id, until }: { id: number, until?: string }) => gateway.renewNotice(id, until === undefined ? {} : { until })),
		/** Marks it as done. */
		close: change(({ id, ...closing }: { id: number } & Closing) => gateway.closeNotice(id, closing)),
		/** Reopens it. */
		reopen: change((id: number) => gateway.reopenNotice(id)),
		/** Ends it. */
		end: change((id: number) => gateway.endNotice(id)),
		/** Deletes it. */
		remove: useMutation({
			mutation: (id: number) => gateway.deleteNotice(id),
			onSuccess(_, id) {
				cache.getEntries({ key: noticeKeys.notice(id) }).forEach((entry) => cache.remove(entry))
				others()
			},
		}).mutateAsync,
	}
}
