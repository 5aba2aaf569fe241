/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AnswerOf, BodyOf, Endpoint, QueryOf } from './endpoint.ts'

import axios, { isAxiosError } from '@nextcloud/axios'
import { generateOcsUrl, generateRemoteUrl, generateUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { davPath } from '../shared/lib/davPath.ts'
import { ApiError } from './apiError.ts'

const BASE = 'apps/reseau/api/v1'

/** Input of a call, as its endpoint declares it. */
export type Input<E extends Endpoint> = {
	/** Values of the parameters in the path. */
	path?: Record<string, string | number>
	signal?: AbortSignal
} & ([QueryOf<E>] extends [never] ? object : { query?: QueryOf<E> })
& ([BodyOf<E>] extends [never] ? object : { body: BodyOf<E> })

/** The input of any endpoint. */
interface Request {
	path?: Record<string, string | number>
	signal?: AbortSignal
	query?: unknown
	body?: unknown
}

/** The body of a refusal. */
const RefusalSchema = v.object({
	ocs: v.object({
		data: v.object({
			error: v.string(),
			field: v.optional(v.string()),
			max: v.optional(v.number()),
			mine: v.optional(v.boolean()),
			current: v.optional(v.unknown()),
			serverMessage: v.optional(v.string()),
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
	return parsed(endpoint.answer, data) as AnswerOf<E>
}

/** The WebDAV collections of an account. */
export type DavPart = 'files' | 'uploads' | 'trashbin'

/** A request to another app or to WebDAV. */
export interface ServiceCall {
	/** `app`: the JSON routes of an app's own pages; `ocs`: its OCS API, without the envelope; `search`: WebDAV search; else a WebDAV collection. */
	at: 'app' | 'ocs' | 'search' | DavPart
	method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'MKCOL' | 'PROPFIND' | 'MOVE' | 'COPY' | 'SEARCH'
	/** Below `/apps` with `app` and `ocs`, with `{name}` for parameters; in WebDAV a path of the account, not encoded. */
	path: string
	values?: Record<string, string | number>
	query?: Record<string, string | number>
	body?: unknown
	headers?: Record<string, string>
	/** Destination of a WebDAV request. */
	to?: { at: DavPart, path: string }
	/** Called with the bytes sent so far. */
	onUploadProgress?: (bytes: number) => void
	signal?: AbortSignal
}

/**
 * Calls another app of this Nextcloud as the current account, and parses its answer; unknown keys are dropped.
 *
 * @throws {ApiError} also `absent` (the app is not installed, or not enabled for this account) and `refused` (by the app, with its own reason);
 * a cancelled call throws its signal's reason
 */
export async function callService<S extends v.GenericSchema>(asked: ServiceCall, answer: S): Promise<v.InferOutput<S>> {
	return parsed(answer, (await sendRequest(asked)).data)
}

/**
 * Like callService(), with the headers of the answer.
 *
 * @return the headers by lower-case name
 */
export async function callServiceWithHeaders<S extends v.GenericSchema>(asked: ServiceCall, answer: S): Promise<{ data: v.InferOutput<S>, headers: Record<string, string> }> {
	const { data, headers } = await sendRequest(asked)
	return {
		data: parsed(answer, data),
		headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
	}
}

async function sendRequest({ at, method, path, values = {}, query, body, headers, to, onUploadProgress, signal }: ServiceCall): Promise<{ data: unknown, headers: object }> {
	const json = at === 'app' || at === 'ocs'
	try {
		const response = await axios.request({
			method,
			url: json ? (at === 'ocs' ? generateOcsUrl : generateUrl)(`apps${fill(path, values)}`) : davUrl(at, path),
			params: query,
			data: body,
			signal,
			// A text that happens to be JSON stays a text.
			...!json && { responseType: 'text' as const },
			headers: { ...json && { Accept: 'application/json' }, ...to && { Destination: davUrl(to.at, to.path) }, ...headers },
			...onUploadProgress && { onUploadProgress: ({ loaded }) => onUploadProgress(loaded) },
		})
		return { data: at === 'ocs' ? response.data?.ocs?.data : response.data, headers: response.headers }
	} catch (error) {
		throw signal?.aborted ? signal.reason : serviceError(at, error)
	}
}

/** The WebDAV address of a path of the account. */
export function davUrl(at: DavPart | 'search', path: string): string {
	return generateRemoteUrl(at === 'search' ? 'dav/' : davPath(davBase(at), path))
}

/** The first two parts of the WebDAV path: collection and account. */
export function davBase(at: DavPart): [DavPart, string] {
	return [at, currentUserId()]
}

/** The user id in Nextcloud's page. */
export function currentUserId(): string {
	return document.head.dataset.user ?? ''
}

/**
 * Parses an answer by its schema.
 *
 * @throws {ApiError} server, with status 200: the call may have done its work
 */
function parsed<S extends v.GenericSchema>(schema: S, data: unknown): v.InferOutput<S> {
	const answer = v.safeParse(schema, data)
	if (!answer.success) {
		throw new ApiError(200, 'server', { cause: new v.ValiError(answer.issues) })
	}
	return answer.output
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

/** An axios error as an ApiError; other errors unchanged. */
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

/** Error formats of other apps: OCS in its envelope, WebDAV in XML, others a message next to the status. */
const ServiceRefusalSchema = v.union([
	v.pipe(
		v.object({ ocs: v.object({ meta: v.object({ statuscode: v.number(), message: v.nullish(v.string()) }) }) }),
		v.transform(({ ocs: { meta } }) => ({ code: meta.statuscode, serverMessage: meta.message ?? undefined })),
	),
	v.pipe(
		v.object({ message: v.string() }),
		v.transform(({ message }) => ({ code: undefined, serverMessage: message })),
	),
	v.pipe(
		v.string(),
		v.regex(/<s:exception>/),
		v.transform((xml) => ({ code: undefined, serverMessage: /<s:message>([^<]*)</.exec(xml)?.[1], exception: /<s:exception>([^<]*)</.exec(xml)?.[1] })),
	),
])

/** OCS status for an unknown route: the app is not installed. */
const NO_ROUTE = 998
/** Message for an app that is not enabled for this account; its status is that of a rejected token. */
const NOT_ENABLED = 'App is not enabled'

/** An error of a call to another app as an ApiError; other errors unchanged. */
function serviceError(at: ServiceCall['at'], error: unknown): unknown {
	if (error instanceof RangeError) {
		return new ApiError(400, 'bad_name', { cause: error })
	}
	if (!isAxiosError(error) || !error.response) {
		return apiError(error)
	}
	const { status, data } = error.response
	const refusal = v.safeParse(ServiceRefusalSchema, data)
	const { code, serverMessage, exception = undefined } = refusal.success ? { exception: undefined, ...refusal.output } : {}
	const details = { code, serverMessage, exception, cause: error }
	// An unknown route is answered without a message.
	if (code === NO_ROUTE || serverMessage === NOT_ENABLED || (at === 'app' && status === 404 && !refusal.success)) {
		return new ApiError(status, 'absent', details)
	}
	// Nextcloud sends a message when the session is over; a 401 without one is a refusal of the app.
	const reason = status === 401 && !refusal.success ? 'not_allowed' : reasonOf(status)
	return new ApiError(status, reason === 'server' && status < 500 ? 'refused' : reason, details)
}

/** The reason for an answer without one of ours, from Nextcloud itself or a proxy. */
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
