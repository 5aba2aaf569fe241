/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ApiError, maybeDone } from '../../api/apiError.ts'

/**
 * Does something, and says truly whether it is done: a call whose answer is lost may have done its work, and one that finds nothing may
 * come after such a call. Then what is there is looked at.
 *
 * @param work what is done
 * @param look what came of it; null: nothing
 * @throws {ApiError} unsure, where the look had no answer either; its cause is what the call met
 */
export async function surely<T>(work: () => Promise<T>, look: () => Promise<T | null>): Promise<T> {
	try {
		return await work()
	} catch (error) {
		if (!maybeDone(error) && (error as ApiError).status !== 404) {
			throw error
		}
		const came = await look().catch((thrown: unknown) => {
			throw thrown instanceof ApiError ? new ApiError(0, 'unsure', { cause: error }) : thrown
		})
		if (came === null) {
			throw error
		}
		return came
	}
}
