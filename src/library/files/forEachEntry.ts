/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

import { ApiError, isReason } from '../../api/apiError.ts'

/** An entry that failed, and why. */
export interface FailedEntry {
	path: string
	error: unknown
}

/** Result for several entries; entries that were not reached are in neither list. */
export interface BatchResult {
	done: readonly Entry[]
	failed: readonly FailedEntry[]
}

/** Options of a batch. */
export interface BatchOptions {
	/** Called with the number of entries processed so far. */
	onProgress?: (behind: number) => void
	/** Stops it between two entries. */
	signal?: AbortSignal
}

/** Reasons for which every following call would fail too. */
const FATAL = ['offline', 'server', 'login', 'too_many_requests', 'no_room', 'unsure']

/** Whether every following call would fail for the same reason. */
export function isFatal(error: unknown): boolean {
	return !(error instanceof ApiError) || FATAL.includes(error.reason)
}

/**
 * Runs `work` for each entry, one after the other, because parallel calls would wait for the lock on their folder. A failure is recorded and
 * the batch goes on; after a fatal one the remaining entries are recorded as failed without a try.
 */
export async function forEachEntry(entries: readonly Entry[], work: (entry: Entry) => Promise<unknown>, { onProgress, signal }: BatchOptions = {}): Promise<BatchResult> {
	const done: Entry[] = []
	const failed: FailedEntry[] = []
	for (const [index, entry] of entries.entries()) {
		if (signal?.aborted) {
			break
		}
		try {
			await work(entry)
			done.push(entry)
		} catch (error) {
			failed.push({ path: entry.path, error })
			if (isFatal(error)) {
				const cause = isReason(error, 'unsure') ? error.cause : error
				failed.push(...entries.slice(index + 1).map(({ path }) => ({ path, error: cause })))
				break
			}
		}
		onProgress?.(index + 1)
	}
	return { done, failed }
}
