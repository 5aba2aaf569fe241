/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { AnswerOf, Endpoint } from '../../src/api/endpoint.ts'

import * as v from 'valibot'
import { expect } from 'vitest'
import { accountOf } from '../e2e/support/accounts.ts'

const BASE = `${process.env.RESEAU_URL}/ocs/v2.php/apps/reseau/api/v1`
const PASSWORD = process.env.RESEAU_PASSWORD ?? 'Cordee-2026-oc'

/** Reasons every endpoint may give. */
const COMMON = ['not_found', 'not_yours']

export interface Input {
	/** Values of the `{name}` in the path. */
	path?: Record<string, string | number>
	query?: Record<string, string | number>
	body?: unknown
}

export interface Refusal {
	error: string
	field?: string
	max?: number
	mine?: boolean
	current?: unknown
}

/** The endpoints that were called, for a domain to show that its list is complete. */
export const tried = { endpoints: new Set<Endpoint>(), reasons: new Set<string>() }

/** The header that logs an account in. */
export function authorization(uid: string): string {
	return `Basic ${Buffer.from(`${accountOf(uid)}:${PASSWORD}`).toString('base64')}`
}

/** One account's calls over HTTP, each held to what the endpoint's list says. */
export function account(uid: string) {
	const headers = {
		'OCS-APIRequest': 'true',
		Accept: 'application/json',
		Authorization: authorization(uid),
	}

	async function call(endpoint: Endpoint, { path = {}, query = {}, body }: Input) {
		const url = new URL(BASE + endpoint.path.replace(/\{(\w+)\}/g, (_, name) => String(path[name])))
		Object.entries(query).forEach(([name, value]) => url.searchParams.set(name, String(value)))
		const response = await fetch(url, {
			method: endpoint.method,
			headers: { ...headers, ...body !== undefined && { 'Content-Type': 'application/json' } },
			body: body === undefined ? undefined : JSON.stringify(body),
		})
		const text = await response.text()
		expect(response.headers.get('content-type'), text).toContain('application/json')
		return { status: response.status, data: JSON.parse(text).ocs.data }
	}

	return {
		/** Expects the endpoint's answer, with nothing in it that its schema does not name. */
		async answers<E extends Endpoint>(endpoint: E, input: Input = {}): Promise<AnswerOf<E>> {
			const { status, data } = await call(endpoint, input)
			expect(status, JSON.stringify(data)).toBe(endpoint.status ?? 200)
			const parsed = v.parse(endpoint.answer, data)
			expect(parsed).toEqual(data)
			tried.endpoints.add(endpoint)
			return parsed as AnswerOf<E>
		},

		/** Expects a refusal for one of the reasons the endpoint lists. */
		async refuses(endpoint: Endpoint, input: Input, status: number, reason: string): Promise<Refusal> {
			const refusal = await call(endpoint, input)
			expect([refusal.status, refusal.data.error]).toEqual([status, reason])
			expect([...COMMON, ...endpoint.errors]).toContain(reason)
			expect(Object.keys(refusal.data).filter((key) => !['error', 'field', 'max', 'mine', 'current'].includes(key))).toEqual([])
			tried.reasons.add(reason)
			return refusal.data
		},
	}
}
