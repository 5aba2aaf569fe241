/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Enquiry, EnquiryAnswer, EnquiryPage } from './model.ts'

import { useInfiniteQuery, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { useHomeAgain } from '../member/index.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import * as gateway from './gateway.ts'
import { enquiryReasons } from './reasons.ts'

// Only calls loaded with this file are refused for these reasons.
registerReasons(enquiryReasons)

const keys = {
	all: ['enquiries'],
	list: ['enquiries', 'list'],
	one: (id: number) => ['enquiries', 'one', id],
}

/** Messages of visitors I can read, newest first. Always refetched: another facilitator may have answered. */
export function useEnquiries(): UseInfiniteQueryReturn<EnquiryPage, Error, string> {
	return useInfiniteQuery({
		key: keys.list,
		query: ({ pageParam, signal }) => gateway.listEnquiries(pageParam, signal),
		initialPageParam: '',
		getNextPageParam: (page) => page.next,
		staleTime: 0,
	})
}

/** One message. */
export function useEnquiry(id: MaybeRefOrGetter<number>): UseQueryReturn<Enquiry> {
	return useQuery({ key: () => keys.one(toValue(id)), query: ({ signal }) => gateway.getEnquiry(toValue(id), signal), staleTime: 0 })
}

/** Changes to messages of visitors. Each call throws an ApiError if it is refused. */
export function useEnquiryActions(id: number) {
	const cache = useQueryCache()
	const homeAgain = useHomeAgain()

	const changed = () => {
		invalidateQueries(cache, { key: keys.all })
		// The home page counts unanswered messages.
		homeAgain()
	}

	return {
		async answer(body: EnquiryAnswer): Promise<void> {
			try {
				await gateway.answerEnquiry(id, body)
			} finally {
				changed()
			}
		},
		async remove(): Promise<void> {
			await gateway.deleteEnquiry(id)
			invalidateQueries(cache, { key: keys.list })
			homeAgain()
		},
	}
}
