/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ApiError, mayHaveSucceeded } from '../../api/apiError.ts'

/**
 * Runs a call and, if it may have succeeded without an answer, checks its result. A 404 is checked as well: an earlier call without an
 * answer may have done the work.
 *
 * @param work the call
 * @param check its result, null if it did nothing
 * @throws {ApiError} unsure, if the check has no answer either; the cause is the error of the call
 */
export async function runVerified<T>(work: () => Promise<T>, check: () => Promise<T | null>): Promise<T> {
	try {
		return await work()
	} catch (error) {
		if (!mayHaveSucceeded(error) && (error as ApiError).status !== 404) {
			throw error
		}
		const result = await check().catch((checkError: unknown) => {
			throw checkError instanceof ApiError ? new ApiError(0, 'unsure', { cause: error }) : checkError
		})
		if (result === null) {
			throw error
		}
		return result
	}
}
