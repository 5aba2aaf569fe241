/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { useQueryCache } from '@pinia/colada'
import { invalidateQueries } from '../invalidateQueries.ts'

/** What every neighbourhood that is at hand is kept under. */
export const NEIGHBOURHOODS_KEY = ['links', 'around'] as const

/**
 * Reloads what is around things, for any domain that changed something shown there: names, titles, authors,
 * members. Pages need not know which things are affected: only one is shown, the others are reloaded when shown.
 */
export function useInvalidateNeighbourhoods(): () => void {
	const cache = useQueryCache()
	return () => invalidateQueries(cache, { key: [...NEIGHBOURHOODS_KEY] })
}
