/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { useQueryCache } from '@pinia/colada'
import { invalidateQueries } from '../invalidateQueries.ts'

/** The key prefix of every cached neighbourhood. */
export const NEIGHBOURHOODS_KEY = ['links', 'around'] as const

/**
 * Refetches neighbourhoods, for any domain that changed something shown there: names, titles, authors,
 * members. Pages need not know which things are affected: only one is shown, the others are refetched when shown.
 */
export function useInvalidateNeighbourhoods(): () => void {
	const cache = useQueryCache()
	return () => invalidateQueries(cache, { key: [...NEIGHBOURHOODS_KEY] })
}
