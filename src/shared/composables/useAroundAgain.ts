/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { useQueryCache } from '@pinia/colada'
import { askAgain } from '../askAgain.ts'

/** What every neighbourhood that is at hand is kept under. */
export const AROUND = ['links', 'around'] as const

/**
 * Reloads what is around things, for any domain that changed something shown there: names, titles, authors,
 * members. Pages need not know which things are affected: only one is shown, the others are reloaded when shown.
 */
export function useAroundAgain(): () => void {
	const cache = useQueryCache()
	return () => askAgain(cache, { key: [...AROUND] })
}
