/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AnswerOf, BodyOf, Endpoint, QueryOf } from './endpoint.ts'

import axios, { isAxiosError } from '@nextcloud/axios'
import { generateOcsUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { ApiError } from './apiError.ts'

const BASE = 'apps/reseau/api/v1'

/** What a call takes beside the endpoint; only what the endpoint declares. */
export type Input<E extends Endpoint> = {
	/** Values of the `{name}` in the path. */
	path?: Record<string, string | number>
	signal?: AbortSignal
} & ([QueryOf<E>] extends [never] ? object : { query?: QueryOf<E> })
& ([BodyOf<E>] extends [never] ? object : { body: BodyOf<E> })

/** Any input, whatever the endpoint. */
interface Request {
	path?: Record<string, string | number>
	signal?: AbortSignal
	query?: unknown
	body?: unknown
}

/** What the server says when it refuses. */
const RefusalSchema = v.object({
	ocs: v.object({
		data: v.object({
			error: v.string(),
			field: v.optional(v.string()),
			max: v.optional(v.number()),
			current: v.optional(v.unknown()),
		}),
	}),
})

/**
 * Calls an endpoint and parses its answer.
 *
 * @throws {ApiError} when the server refuses, fails or does not answer; a cancelled call throws its signal's reason
 */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<AnswerOf<E>> {
	const { path = {}, query, body, signal } = input as Request
	let data: unknown
	try {
		const response = await axios.request({
			method: endpoint.method,
			url: generateOcsUrl(BASE + fill(endpoint.path, path)),
			params: query,
			data: body,
			signal,
			headers: { Accept: 'application/json' },
		})
		data = response.data?.ocs?.data
	} catch (error) {
		throw signal?.aborted ? signal.reason : apiError(error)
	}
	const answer = v.safeParse(endpoint.answer, data)
	if (!answer.success) {
		throw new ApiError(200, 'server', { cause: new v.ValiError(answer.issues) })
	}
	return answer.output as AnswerOf<E>
}

/** The path with its parameters in place. */
function fill(path: string, values: Record<string, string | number>): string {
	return path.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = values[name]
		if (value === undefined) {
			throw new TypeError(`${path} needs ${name}`)
		}
		return encodeURIComponent(value)
	})
}

/** What axios threw, as an ApiError; anything else as it came. */
function apiError(error: unknown): unknown {
	if (!isAxiosError(error)) {
		return error
	}
	const { response } = error
	if (!response) {
		return new ApiError(0, 'offline', { cause: error })
	}
	const refusal = v.safeParse(RefusalSchema, response.data)
	if (refusal.success) {
		const { error: reason, ...details } = refusal.output.ocs.data
		return new ApiError(response.status, reason, details)
	}
	return new ApiError(response.status, reasonOf(response.status), { cause: error })
}

/** The reason for an answer that carries none of ours: Nextcloud itself or a proxy spoke. */
function reasonOf(status: number): string {
	switch (status) {
		case 401:
		case 412: // the session's token is not accepted, even after a new one was fetched
			return 'login'
		case 403:
			return 'not_allowed'
		case 404:
			return 'not_found'
		case 429:
			return 'too_many_requests'
		default:
			return 'server'
	}
}
