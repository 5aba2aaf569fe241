/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { SendMessage } from '../member/index.ts'
import type { Carried, Conversation, ConversationPage, ConversationSummary, NewMessage, Writers, Writing } from './model.ts'

import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { ApiError } from '../api/apiError.ts'
import { useHomeAgain } from '../member/index.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import * as gateway from './gateway.ts'

export const messageKeys = {
	all: ['messages'],
	lists: ['messages', 'list'],
	list: (which: 'mine' | 'reported') => ['messages', 'list', which],
	/** Below the lists, because it changes with them. */
	bulk: (id: number) => ['messages', 'list', 'bulk', id],
	conversation: (id: number) => ['messages', 'conversation', id],
	writing: (memberId: number) => ['messages', 'writing', memberId],
	writers: ['messages', 'writers'],
}

/** My conversations, or those reported to the facilitators, newest first. */
export function useConversations(which: MaybeRefOrGetter<'mine' | 'reported'>): UseInfiniteQueryReturn<ConversationPage, Error, string> {
	return useInfiniteQuery(() => {
		const wanted = toValue(which)
		return {
			key: messageKeys.list(wanted),
			query: ({ pageParam, signal }) => (wanted === 'mine' ? gateway.listConversations : gateway.listReported)(pageParam, signal),
			initialPageParam: '',
			getNextPageParam: (page) => page.next,
			staleTime: 0,
		}
	})
}

/** One conversation with its messages; null queries nothing. Always refetched: there may be new messages. */
export function useConversation(id: MaybeRefOrGetter<number | null>): UseQueryReturn<Conversation> {
	return useQuery({
		key: () => messageKeys.conversation(toValue(id) ?? 0),
		query: ({ signal }) => gateway.getConversation(toValue(id) ?? 0, signal),
		enabled: () => toValue(id) !== null,
		staleTime: 0,
	})
}

/** The conversations represented by a row of the list; requested once it is open. */
export function useBulk(id: MaybeRefOrGetter<number>, enabled: MaybeRefOrGetter<boolean>): UseQueryReturn<ConversationSummary[]> {
	return useQuery({
		key: () => messageKeys.bulk(toValue(id)),
		query: ({ signal }) => gateway.getBulk(toValue(id), signal),
		enabled: () => toValue(enabled),
		staleTime: 0,
	})
}

/** Whether I can write to a person; null queries nothing. */
export function useWriting(memberId: MaybeRefOrGetter<number | null>): UseQueryReturn<Writing> {
	return useQuery({
		key: () => messageKeys.writing(toValue(memberId) ?? 0),
		// Not aborted with the card's page: the page of the new message, which replaces it, waits for the same answer.
		query: () => gateway.getWriting(toValue(memberId) ?? 0),
		enabled: () => toValue(memberId) !== null,
	})
}

/** Who can begin a conversation with me. */
export function useWriters(): UseQueryReturn<{ writers: Writers }> {
	return useQuery({ key: messageKeys.writers, query: ({ signal }) => gateway.getWriters(signal) })
}

/** Updates a conversation in the cache. */
function useKeepConversation(): (conversation: Conversation) => void {
	const cache = useQueryCache()
	return (conversation) => {
		const key = messageKeys.conversation(conversation.id)
		// A pending answer may hold the old state.
		cache.cancelQueries({ key, exact: true })
		cache.setQueryData(key, conversation)
		invalidateQueries(cache, { key: messageKeys.lists })
	}
}

/** Whether I can write about something of a higher domain, and the first message about it, which throws an ApiError on failure. */
export function useWritingAbout({ type, id, for: person = 0 }: { type: 'notice' | 'sheet', id: number | string, for?: number }, ports: { getWriting: () => Promise<Writing>, start: (message: NewMessage) => Promise<Conversation> }) {
	const cache = useQueryCache()
	const keep = useKeepConversation()
	const key = ['messages', 'writing', type, id, person]
	const writing = useQuery({ key, query: ports.getWriting })
	const start = useMutation({
		mutation: (message: NewMessage) => ports.start(message).catch(ofMessages),
		onSuccess(conversation) {
			keep(conversation)
			invalidateQueries(cache, { key })
		},
	})
	return { writing, start: start.mutateAsync }
}

/** Everything that changes conversations. Each call throws an ApiError on failure. */
export function useMessageActions() {
	const cache = useQueryCache()
	const reloadHome = useHomeAgain()
	const keep = useKeepConversation()

	function refresh(id: number): void {
		invalidateQueries(cache, { key: messageKeys.conversation(id) })
		invalidateQueries(cache, { key: messageKeys.lists })
		reloadHome()
	}

	const start = useMutation({
		mutation: ({ memberId, message }: { memberId: number, message: NewMessage }) => gateway.startConversation(memberId, message).catch(ofMessages),
		onSuccess(conversation, { memberId }) {
			keep(conversation)
			invalidateQueries(cache, { key: messageKeys.writing(memberId) })
		},
	})
	const write = useMutation({
		mutation: ({ id, message }: { id: number, message: NewMessage }) => gateway.writeMessage(id, message).catch(ofMessages),
		onSuccess: keep,
	})
	const deliver = useMutation({
		mutation: ({ id, message }: { id: number, message: number }) => gateway.deliverAgain(id, message),
		onSuccess: keep,
	})
	const carry = useMutation({
		mutation: ({ id, carried }: { id: number, carried: Carried }) => gateway.carryMessages(id, carried),
		onSuccess: keep,
	})
	const reveal = useMutation({
		mutation: (id: number) => gateway.revealAuthor(id).catch(ofMessages),
		onSuccess: keep,
	})
	const read = useMutation({
		mutation: ({ id, upTo }: { id: number, upTo: number }) => gateway.markRead(id, upTo),
		onSuccess(_, { id }) {
			const known = cache.getQueryData<Conversation>(messageKeys.conversation(id))
			if (known) {
				cache.setQueryData(messageKeys.conversation(id), { ...known, unread: false })
			}
			invalidateQueries(cache, { key: messageKeys.lists })
			reloadHome()
		},
	})
	const change = useMutation({
		mutation: ({ work }: { id: number, work: () => Promise<null> }) => work(),
		onSettled: (_done, _error, { id }) => refresh(id),
	})
	const writers = useMutation({
		mutation: (chosen: Writers) => gateway.setWriters(chosen),
		onSuccess: (answer) => cache.setQueryData(messageKeys.writers, answer),
	})

	return {
		start: start.mutateAsync,
		write: write.mutateAsync,
		deliver: deliver.mutateAsync,
		carry: carry.mutateAsync,
		reveal: reveal.mutateAsync,
		markRead: read.mutateAsync,
		setState: (id: number, state: Conversation['state']) => change.mutateAsync({ id, work: () => gateway.setState(id, state) }),
		setMuted: (id: number, muted: boolean) => change.mutateAsync({ id, work: () => gateway.setMuted(id, muted) }),
		setReported: (id: number, reported: boolean) => change.mutateAsync({ id, work: () => gateway.setReported(id, reported) }),
		setWriters: writers.mutateAsync,
	}
}

/** Sends a message to the person of a card, outside the pages of messages. */
export const sendMessage: SendMessage = (memberId, message) => gateway.startConversation(memberId, message).catch(ofMessages)

/** Reason words that mean something else elsewhere. */
function ofMessages(error: unknown): never {
	throw error instanceof ApiError && ['no_card', 'card_hidden'].includes(error.reason)
		? new ApiError(error.status, `messages_${error.reason}`, error)
		: error
}
