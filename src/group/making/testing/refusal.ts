/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ApiError } from '../../../api/apiError.ts'

/** The error for a server that refuses, or for no server. */
export function refusal(status: number, reason: string, details?: ConstructorParameters<typeof ApiError>[2]): ApiError {
	return new ApiError(status, reason, details)
}
