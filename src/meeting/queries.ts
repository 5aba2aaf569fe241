/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Meeting, Meetings, Words } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import * as gateway from './gateway.ts'
import { meetingReasons } from './reasons.ts'

// Only calls loaded with this file are refused for these reasons.
registerReasons(meetingReasons)

const key = (group: number) => ['meetings', group]

/** The meetings of a group. */
export function useMeetings(group: MaybeRefOrGetter<number>): UseQueryReturn<Meetings> {
	return useQuery({ key: () => key(toValue(group)), query: ({ signal }) => gateway.listMeetings(toValue(group), signal) })
}

/** Plans, changes, cancels and restores. Each call throws an ApiError if it is refused. */
export function useMeetingActions(group: number) {
	const cache = useQueryCache()
	const change = useMutation({
		mutation: (work: () => Promise<Meeting>) => work(),
		onSettled() {
			invalidateQueries(cache, { key: key(group) })
			// Belongs to a higher domain.
			invalidateQueries(cache, { key: ['calendar'] })
		},
	})
	return {
		/** Sent again with the same key `once`, it stays one meeting. */
		create: (words: Words, once: string) => change.mutateAsync(() => gateway.createMeeting(group, { ...words, key: once })),
		edit: ({ id, version }: Pick<Meeting, 'id' | 'version'>, words: Words) => change.mutateAsync(() => gateway.editMeeting(group, id, { ...words, version })),
		cancel: ({ id, version }: Pick<Meeting, 'id' | 'version'>) => change.mutateAsync(() => gateway.cancelMeeting(group, id, version)),
		restore: ({ id, version }: Pick<Meeting, 'id' | 'version'>) => change.mutateAsync(() => gateway.restoreMeeting(group, id, version)),
	}
}
