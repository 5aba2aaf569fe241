/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { useQueryCache } from '@pinia/colada'
import { askAgain } from '../askAgain.ts'

/** What every neighbourhood that is at hand is kept under. */
export const AROUND = ['links', 'around'] as const

/**
 * Has what is around things asked anew, by whichever domain something was done in that stands there: names, titles, who wrote
 * it, who is in it. Which things these are, before and after, their pages need not know: one alone is shown, the others are asked when they are.
 */
export function useAroundAgain(): () => void {
	const cache = useQueryCache()
	return () => askAgain(cache, { key: [...AROUND] })
}
