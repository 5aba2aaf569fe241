/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache, UseQueryReturn } from '@pinia/colada'
import type { ComputedRef } from 'vue'
import type { Vocabulary } from './model.ts'

import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { getVocabulary } from './gateway.ts'
import { termLabels } from './terms.ts'

const KEY = ['vocabulary']

/** Puts the vocabulary that came with the page where useVocabulary() finds it. */
export function seedVocabulary(cache: QueryCache, vocabulary: Vocabulary): void {
	cache.setQueryData(KEY, vocabulary)
}

/** The network's shared words; they change so seldom that one page keeps what it has. */
export function useVocabulary(): UseQueryReturn<Vocabulary> {
	return useQuery({
		key: KEY,
		query: ({ signal }) => getVocabulary(signal),
		staleTime: Infinity,
		gcTime: false,
	})
}

/** The label of each term by its id. */
export function useTermLabels(): ComputedRef<ReadonlyMap<string, string>> {
	const { data } = useVocabulary()
	return computed(() => termLabels(data.value))
}
