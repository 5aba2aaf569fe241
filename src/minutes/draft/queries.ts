/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { DraftSummary } from './model.ts'

import { useQuery } from '@pinia/colada'
import { registerReasons } from '../../shared/reasons.ts'
import { minutesReasons } from '../reasons.ts'
import * as gateway from './gateway.ts'

registerReasons(minutesReasons)

/** My drafts, last changed first. They change without a query: each page refetches them. */
export function useDrafts(): UseQueryReturn<DraftSummary[]> {
	return useQuery({ key: ['minutes-drafts'], query: ({ signal }) => gateway.listDrafts(signal), staleTime: 0, gcTime: 0 })
}

/** Everything that changes drafts. Each call throws an ApiError if it is refused. */
export const draftActions = {
	begin: gateway.beginDraft,
	get: gateway.getDraft,
	write: gateway.writeDraft,
	handOver: gateway.handOverDraft,
	delete: gateway.deleteDraft,
	list: gateway.listDrafts,
}
