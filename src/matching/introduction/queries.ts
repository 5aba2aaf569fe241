/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { Introduction, Introductions, MediationPlan, Mediations, Outcome } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { useHomeAgain } from '../../member/index.ts'
import { useInvalidateNeighbourhoods } from '../../shared/composables/useInvalidateNeighbourhoods.ts'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import { registerReasons } from '../../shared/reasons.ts'
import { declineMatch, undoDecline } from '../gateway.ts'
import { matchKeys } from '../queries.ts'
import * as gateway from './gateway.ts'
import { introductionReasons } from './reasons.ts'

// Not with the first page: nothing else is refused for these reasons.
registerReasons(introductionReasons)

const keys = {
	list: [...matchKeys.all, 'introductions'],
	mediations: [...matchKeys.all, 'mediations'],
}

/** My introductions, and those of the people whose cards I keep. Always refetched: the others may have answered. */
export function useIntroductions(): UseQueryReturn<Introductions> {
	return useQuery({ key: keys.list, query: ({ signal }) => gateway.listIntroductions(signal), staleTime: 0 })
}

/** The introductions the facilitators were asked for. */
export function useMediations(): UseQueryReturn<Mediations> {
	return useQuery({ key: keys.mediations, query: ({ signal }) => gateway.listMediations(signal), staleTime: 0 })
}

/** Everything that changes introductions. Each call throws an ApiError if it is refused. */
export function useIntroductionActions() {
	const cache = useQueryCache()
	const homeAgain = useHomeAgain()
	const neighbourhoodsAgain = useInvalidateNeighbourhoods()

	const change = useMutation({
		mutation: (work: () => Promise<unknown>) => work(),
		onSettled() {
			invalidateQueries(cache, { key: matchKeys.all })
			invalidateQueries(cache, { key: ['messages'] })
			homeAgain()
		},
	})

	async function run<T>(work: () => Promise<T>): Promise<T> {
		return await change.mutateAsync(work) as T
	}

	return {
		propose: (memberId: number, mediated: boolean, member?: number) => run(() => gateway.proposeIntroduction(memberId, mediated, member)),
		accept: (id: number) => run(() => gateway.acceptIntroduction(id)),
		/** Silently: the other person is not informed. */
		decline: ({ with: other, for: kept }: Introduction) => run(() => declineMatch(other!.id, kept?.id)),
		undoDecline: ({ with: other, for: kept }: Introduction) => run(() => undoDecline(other!.id, kept?.id)),
		end: (id: number) => run(() => gateway.endIntroduction(id)),
		setAbsence: (id: number, text: string | null) => run(() => gateway.setAbsence(id, text)),
		recordOutcome: (id: number, outcome: Outcome) => run(async () => {
			await gateway.recordOutcome(id, outcome)
			neighbourhoodsAgain()
		}),
		take: (id: number) => run(() => gateway.takeMediation(id)),
		plan: (id: number, plan: MediationPlan) => run(() => gateway.planMediation(id, plan)),
		handOver: (id: number) => run(() => gateway.handOverMediation(id)),
	}
}
