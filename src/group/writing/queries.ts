/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { GroupWriting, NewGroupMessage, SentToGroup } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { ApiError } from '../../api/apiError.ts'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import { registerReasons } from '../../shared/reasons.ts'
import * as gateway from './gateway.ts'
import { groupWritingReasons } from './reasons.ts'

// Not with the first page: nothing else is refused for these reasons.
registerReasons(groupWritingReasons)

const keyOf = (group: number) => ['groups', 'writing', group]

/** The people of a group I would write to. Always refetched: others join and leave. */
export function useGroupWriting(group: number): UseQueryReturn<GroupWriting> {
	return useQuery({ key: keyOf(group), query: ({ signal }) => gateway.getGroupWriting(group, signal), staleTime: 0 })
}

/** Writes to a group; throws an ApiError on failure. */
export function useWriteToGroup(group: number): (message: NewGroupMessage) => Promise<SentToGroup> {
	const cache = useQueryCache()
	return useMutation({
		mutation: (message: NewGroupMessage) => gateway.writeToGroup(group, message).catch(ofWriting),
		onSettled() {
			invalidateQueries(cache, { key: keyOf(group) })
			invalidateQueries(cache, { key: ['messages', 'list'] })
		},
	}).mutateAsync
}

/** Reason words that mean something else elsewhere. */
function ofWriting(error: unknown): never {
	throw error instanceof ApiError && ['no_card', 'card_hidden'].includes(error.reason)
		? new ApiError(error.status, `messages_${error.reason}`, error)
		: error
}
