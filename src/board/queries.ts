/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { ComputedRef, MaybeRefOrGetter } from 'vue'
import type { BoardSnapshot, DeckBoard } from './model.ts'
import type { BoardModel, BoardModels } from './models/model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { computed, toValue } from 'vue'
import { ApiError, isReason } from '../api/apiError.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import * as deck from './deck.ts'
import { STARTER_MODELS } from './models.ts'
import * as gateway from './models/gateway.ts'
import { useDeck } from './useDeck.ts'

export { boardUrl, cardUrl } from './deck.ts'

export const boardKeys = {
	all: ['boards'],
	snapshots: (ids: number[]) => ['boards', 'snapshots', ids.join(' ')],
	board: (id: number) => ['boards', 'board', id],
	models: ['board-models'],
}

/** Boards I can see, with their content; only queried if I have used Deck, or opened it on this page. */
export function useSnapshots(ids: MaybeRefOrGetter<number[]>): UseQueryReturn<BoardSnapshot[]> {
	const cache = useQueryCache()
	const { state } = useDeck()
	return useQuery(() => {
		const wanted = toValue(ids)
		return {
			key: boardKeys.snapshots(wanted),
			query: () => deck.getSnapshots(wanted, cache.getEntries({ key: ['boards', 'snapshots'] }).flatMap((entry) => entry.state.value.data as BoardSnapshot[] | undefined ?? [])),
			enabled: state.value === 'used' && wanted.length > 0,
		}
	})
}

/** A board with its shares; null queries nothing. */
export function useBoard(id: MaybeRefOrGetter<number | null>): UseQueryReturn<DeckBoard> {
	return useQuery(() => {
		const wanted = toValue(id)
		return {
			key: boardKeys.board(wanted ?? 0),
			query: () => deck.getBoard(wanted ?? 0),
			enabled: wanted !== null,
		}
	})
}

/** Changes who can see a board. */
export function useBoardActions() {
	const cache = useQueryCache()
	const refresh = (_: unknown, { id }: { id: number }) => invalidateQueries(cache, { key: boardKeys.board(id) })
	const share = useMutation({ mutation: ({ id, teamId }: { id: number, teamId: string }) => deck.shareWithTeam(id, teamId), onSuccess: refresh })
	const hide = useMutation({ mutation: ({ id, aclId }: { id: number, aclId: number }) => deck.removeAcl(id, aclId), onSuccess: refresh })
	return { share: share.mutateAsync, hide: hide.mutateAsync }
}

/** The network's models of boards: its own, or the default ones. `query` says whether they are loaded. */
export function useModels(): { models: ComputedRef<readonly BoardModel[]>, query: UseQueryReturn<BoardModels> } {
	const query = useQuery({ key: boardKeys.models, query: ({ signal }) => gateway.getModels(signal) })
	return { models: computed(() => query.data.value ? query.data.value.models ?? STARTER_MODELS : []), query }
}

/** Replaces all models, based on the loaded version; `stale_version` returns the newer ones. */
export function useWriteModels() {
	const cache = useQueryCache()
	const write = useMutation({
		async mutation(models: BoardModel[] | null) {
			try {
				return await gateway.writeModels({ version: cache.getQueryData<BoardModels>(boardKeys.models)?.version ?? 0, models })
			} catch (error) {
				// The same reason is about a card elsewhere.
				throw isReason(error, 'stale_version') ? new ApiError(error.status, 'models_changed', error) : error
			}
		},
		onSuccess: (written) => cache.setQueryData(boardKeys.models, written),
		onError: () => invalidateQueries(cache, { key: boardKeys.models }),
	})
	return write.mutateAsync
}
