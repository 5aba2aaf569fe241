/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AnswerOf, BodyOf, Endpoint, QueryOf } from './endpoint.ts'

import axios, { isAxiosError } from '@nextcloud/axios'
import { generateOcsUrl, generateRemoteUrl, generateUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { addressOf } from '../shared/lib/davAddress.ts'
import { ApiError } from './apiError.ts'

const BASE = 'apps/reseau/api/v1'

/** Input of a call; only what the endpoint declares. */
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
	return parsed(endpoint.answer, data) as AnswerOf<E>
}

/** The parts of WebDAV that belong to the account: its files, its uploads under way, its trash. */
export type DavPart = 'files' | 'uploads' | 'trashbin'

/** A request to a service other than ours. */
export interface ServiceCall {
	/** `app`: the JSON routes of an app's own pages; `ocs`: its OCS API, whose envelope is taken off; `search`: WebDAV's search; else a part of it. */
	at: 'app' | 'ocs' | 'search' | DavPart
	method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'MKCOL' | 'PROPFIND' | 'MOVE' | 'COPY' | 'SEARCH'
	/** Below `/apps` with `app` and `ocs`, `{name}` standing for a parameter; in WebDAV a path of the account, as it is written. */
	path: string
	values?: Record<string, string | number>
	query?: Record<string, string | number>
	body?: unknown
	headers?: Record<string, string>
	/** Where something in WebDAV is moved, copied or put together. */
	to?: { at: DavPart, path: string }
	/** Told of a body that is on its way: how many bytes have left. */
	onSent?: (bytes: number) => void
	signal?: AbortSignal
}

/**
 * Asks another app of this Nextcloud, with the rights of the account, and parses the answer; keys the schema does not name are
 * left out.
 *
 * @throws {ApiError} also for SERVICE_REASONS; a cancelled call throws its signal's reason
 */
export async function service<S extends v.GenericSchema>(asked: ServiceCall, answer: S): Promise<v.InferOutput<S>> {
	return parsed(answer, (await answered(asked)).data)
}

/**
 * The same with the headers of the answer.
 *
 * @return the headers by their names in small letters
 */
export async function serviceAnswer<S extends v.GenericSchema>(asked: ServiceCall, answer: S): Promise<{ data: v.InferOutput<S>, headers: Record<string, string> }> {
	const { data, headers } = await answered(asked)
	return {
		data: parsed(answer, data),
		headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
	}
}

async function answered({ at, method, path, values = {}, query, body, headers, to, onSent, signal }: ServiceCall): Promise<{ data: unknown, headers: object }> {
	const json = at === 'app' || at === 'ocs'
	try {
		const response = await axios.request({
			method,
			url: json ? (at === 'ocs' ? generateOcsUrl : generateUrl)(`apps${fill(path, values)}`) : davUrl(at, path),
			params: query,
			data: body,
			signal,
			headers: { ...json && { Accept: 'application/json' }, ...to && { Destination: davUrl(to.at, to.path) }, ...headers },
			...onSent && { onUploadProgress: ({ loaded }) => onSent(loaded) },
		})
		return { data: at === 'ocs' ? response.data?.ocs?.data : response.data, headers: response.headers }
	} catch (error) {
		throw signal?.aborted ? signal.reason : serviceError(at, error)
	}
}

/** Where WebDAV has what belongs to the account: Nextcloud's page says whose it is. */
export function davUrl(at: DavPart | 'search', path: string): string {
	return generateRemoteUrl(at === 'search' ? 'dav/' : addressOf(davBase(at), path))
}

/** A part of WebDAV as its addresses name it: whose it is comes behind which it is. */
export function davBase(at: DavPart): [DavPart, string] {
	return [at, account()]
}

/** The account that is logged in, as Nextcloud's page says. */
export function account(): string {
	return document.head.dataset.user ?? ''
}

/**
 * What the server said, in the shape that was agreed on.
 *
 * @throws {ApiError} server, with the status 200: it did something
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

/** Error formats of other apps: OCS in its envelope, WebDAV in XML, others a message next to the status. */
const ServiceRefusalSchema = v.union([
	v.pipe(
		v.object({ ocs: v.object({ meta: v.object({ statuscode: v.number(), message: v.nullish(v.string()) }) }) }),
		v.transform(({ ocs: { meta } }) => ({ code: meta.statuscode, said: meta.message ?? undefined })),
	),
	v.pipe(
		v.object({ message: v.string() }),
		v.transform(({ message }) => ({ code: undefined, said: message })),
	),
	v.pipe(
		v.string(),
		v.regex(/<s:exception>/),
		v.transform((xml) => ({ code: undefined, said: /<s:message>([^<]*)</.exec(xml)?.[1], kind: /<s:exception>([^<]*)</.exec(xml)?.[1] })),
	),
])

/** OCS knows no such route: the app is not there. */
const NO_ROUTE = 998
/** What Nextcloud says, with the status of a token that is not accepted, of an app that is not for this account. */
const NOT_ENABLED = 'App is not enabled'

/** What axios threw when another app was asked, as an ApiError; anything else as it came. */
function serviceError(at: ServiceCall['at'], error: unknown): unknown {
	if (!isAxiosError(error) || !error.response) {
		return apiError(error)
	}
	const { status, data } = error.response
	const refusal = v.safeParse(ServiceRefusalSchema, data)
	const { code, said, kind = undefined } = refusal.success ? { kind: undefined, ...refusal.output } : {}
	const details = { code, said, kind, cause: error }
	// A route nobody has is answered without a word.
	if (code === NO_ROUTE || said === NOT_ENABLED || (at === 'app' && status === 404 && !refusal.success)) {
		return new ApiError(status, 'absent', details)
	}
	// Nextcloud says in words that a session is over; an app that says nothing refuses.
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
