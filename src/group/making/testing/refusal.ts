/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ApiError } from '../../../api/apiError.ts'

/** What a server that refuses, or no server, is told as. */
export function refusal(status: number, reason: string): ApiError {
	return new ApiError(status, reason)
}
