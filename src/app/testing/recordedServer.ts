/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Endpoint } from '../../api/endpoint.ts'

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { ApiError } from '../../api/apiError.ts'

/** Who asks, as tests/php/Endpoints/AnswersTest.php names them. */
export type Asker = 'facilitator' | 'member'

const FOLDER = join(process.cwd(), 'tests/fixtures/answers')
const BASE = '/ocs/v2.php/apps/reseau/api/v1'

interface Recorded {
	status: number
	data: unknown
}

const recorded = new Map<string, Recorded>()

/** Reads what AnswersTest recorded: `GET path`, and below it a line for each kind of people; `POST path body`, and below it the answer. */
function read(text: string): void {
	let asked = ''
	let who = ''
	let begun: string[] | null = null
	const finish = () => {
		if (begun) {
			const [, status, json] = /^(\d+) ([^]*)$/.exec(begun.join('\n'))!
			// The number of a new row, which the test calls that.
			recorded.set(`${who} ${asked}`, { status: Number(status), data: JSON.parse(json!.replace(/([:[,]\s*)new\b/g, (_, before: string) => `${before}1000001`)) })
			begun = null
		}
	}
	for (const line of text.split('\n')) {
		const [, method, path] = /^(GET|POST|PUT|DELETE) (\S+)/.exec(line) ?? []
		const [, one, same, answer] = /^(facilitator|member|author|without a card|visitor): (?:as (.*)|(\d+ .*))$/.exec(line) ?? []
		if (method && path) {
			finish()
			asked = `${method} ${path.replace(BASE, '')}`
			who = method === 'GET' ? '' : 'facilitator'
		} else if (one) {
			finish()
			who = one
			begun = answer ? [answer] : null
			if (same) {
				recorded.set(`${one} ${asked}`, recorded.get(`${same} ${asked}`)!)
			}
		} else if (begun && /^(\s+\S|[}\]])/.test(line)) {
			begun.push(line)
		} else if (!begun && who === 'facilitator' && /^\d+ /.test(line)) {
			begun = [line]
		} else {
			finish()
		}
	}
	finish()
}

for (const name of readdirSync(FOLDER).filter((one) => !/^(commands|registered|year|pages)\./.test(one))) {
	read(readFileSync(join(FOLDER, name), 'utf8'))
}

export const server = {
	asker: 'facilitator' as Asker,
	/** It cannot be reached by what writes. */
	away: false,
	/** What was asked since it was emptied, a line each. */
	asked: [] as string[],
}

/** The recorded answer to a request: for the same address, else without its query, else for one of the same form. */
function answerTo(method: string, path: string, query: string, form: string): Recorded | undefined {
	const of = (address: string) => recorded.get(`${server.asker} ${method} ${address}`) ?? (method === 'GET' ? undefined : recorded.get(`facilitator ${method} ${address}`))
	const like = () => [...recorded].find(([key]) => new RegExp(`^facilitator ${method} ${form.replace(/\{\w+\}/g, '[^/?]+')}(\\?|$)`).test(key))?.[1]
	return of(path + query) ?? of(path) ?? (method === 'GET' ? undefined : like())
}

async function call(endpoint: Endpoint, { path = {}, query, body }: { path?: Record<string, unknown>, query?: Record<string, unknown>, body?: unknown }): Promise<unknown> {
	const address = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => String(path[name]))
	const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
	const words = given.length > 0 ? `?${given.map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join('&')}` : ''
	const answer = answerTo(endpoint.method, address, words, endpoint.path)
	server.asked.push(`${endpoint.method} ${address}${words}${body === undefined ? '' : ` ${lasting(JSON.stringify(body))}`}`)
	if (server.away && endpoint.method !== 'GET') {
		throw new ApiError(0, 'offline')
	}
	if (!answer) {
		throw new ApiError(404, 'not_found')
	}
	if (answer.status >= 400) {
		throw new ApiError(answer.status, (answer.data as { error?: string })?.error ?? 'not_allowed')
	}
	return v.parse(endpoint.answer, answer.data)
}

/** Removes the random words that make a repeated request the same. */
function lasting(json: string): string {
	return json.replace(/"(key|runner)":"[^"]+"/g, '"$1":"…"')
}

/** Other apps are not installed. */
async function absent(): Promise<never> {
	throw new ApiError(404, 'absent')
}

/** In place of src/api/client.ts. */
export const recordedClient = { call, callService: absent, callServiceWithHeaders: absent }

/** An answer that a page begins with. */
export function answered(path: string): unknown {
	return answerTo('GET', path, '', path)?.data
}
