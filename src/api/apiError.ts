/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Reasons any call can fail for, in addition to those in the endpoint's `errors`. */
export const COMMON_REASONS = [
	/** No answer: no network, or the server is down. */
	'offline',
	/** The server failed, or its answer cannot be parsed. */
	'server',
	/** The session is over. */
	'login',
	'too_many_requests',
	/** The tables are not those of the server's code; comes with a sentence. */
	'updating',
	'not_found',
	'not_allowed',
	/** It belongs to another person: they keep the card, or facilitate the group. */
	'not_yours',
] as const

interface Details {
	/** Field of the body, for instance `seeks.0.text`. */
	field?: string
	/** Longest length or largest number allowed there. */
	max?: number
	/** No other account has the lease; comes with `being_made`. */
	mine?: boolean
	/** The stored version; comes with `stale_version`. */
	current?: unknown
	/** Message and code of another app, or a sentence of our own server. */
	serverMessage?: string
	code?: number
	/** Class name of a WebDAV exception. */
	exception?: string
	cause?: unknown
}

/** Why a call to the server failed: a reason word, which reasons.ts turns into a sentence. */
export class ApiError extends Error {
	readonly field?: string
	readonly max?: number
	readonly mine?: boolean
	readonly current?: unknown
	readonly serverMessage?: string
	readonly code?: number
	readonly exception?: string

	/**
	 * @param status HTTP status, 0 without an answer
	 * @param reason one of COMMON_REASONS or of the endpoint's `errors`
	 */
	constructor(
		readonly status: number,
		readonly reason: string,
		{ field, max, mine, current, serverMessage, code, exception, cause }: Details = {},
	) {
		super(`${status} ${reason}`, { cause })
		this.name = 'ApiError'
		this.field = field
		this.max = max
		this.mine = mine
		this.current = current
		this.serverMessage = serverMessage
		this.code = code
		this.exception = exception
	}
}

/** Whether something thrown is this refusal. */
export function isReason(error: unknown, ...reasons: string[]): error is ApiError {
	return error instanceof ApiError && reasons.includes(error.reason)
}

/**
 * Whether a failed call may have done its work anyway: no answer, an unreadable answer, or a server error, which Nextcloud
 * also returns when only a notification could not be sent. Read the current state before repeating the call.
 */
export function mayHaveSucceeded(error: unknown): boolean {
	return !(error instanceof ApiError) || error.status < 400 || error.status >= 500
}
