/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

import { ApiError, isReason } from '../../api/apiError.ts'

/** What was not done with one of several, and why. */
export interface Failed {
	path: string
	error: unknown
}

/** Result for several entries; those not reached are in neither list. */
export interface Outcome {
	done: readonly Entry[]
	failed: readonly Failed[]
}

/** Something on its way. */
export interface Under {
	/** Told how many are behind it. */
	tell?: (behind: number) => void
	/** Stops it between two. */
	signal?: AbortSignal
}

/** Whatever comes next would fail for the same reason. */
const HALTS = ['offline', 'server', 'login', 'too_many_requests', 'no_room', 'unsure']

/** Whether a failure would meet everything that comes next, too. */
export function halts(error: unknown): boolean {
	return !(error instanceof ApiError) || HALTS.includes(error.reason)
}

/**
 * Does something with each, one after the other: two at once would wait for the folder they are both in. What fails is written down, and
 * the others are done; where they would fail for the same reason, they are not tried and fail with it. Of those it is known that they
 * are not done, also where of the first it is not.
 */
export async function each(entries: readonly Entry[], work: (entry: Entry) => Promise<unknown>, { tell, signal }: Under = {}): Promise<Outcome> {
	const done: Entry[] = []
	const failed: Failed[] = []
	for (const [index, entry] of entries.entries()) {
		if (signal?.aborted) {
			break
		}
		try {
			await work(entry)
			done.push(entry)
		} catch (error) {
			failed.push({ path: entry.path, error })
			if (halts(error)) {
				const met = isReason(error, 'unsure') ? error.cause : error
				failed.push(...entries.slice(index + 1).map(({ path }) => ({ path, error: met })))
				break
			}
		}
		tell?.(index + 1)
	}
	return { done, failed }
}
