/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import http from 'node:http'
import https from 'node:https'

export const API = '/ocs/v2.php/apps/reseau/api/v1'

/**
 * A browser's session without a browser: logs an account in by the form and keeps its cookies and its connection.
 *
 * @return {Promise<{get: (path: string) => Promise<{status: number, body: string, bytes: number, ms: number}>,
 *         send: (method: string, path: string, body?: string, type?: string) => Promise<object>, api: (path: string) => Promise<object>,
 *         browserCookies: () => object[]}>} `ms` from asking to the last byte; `send` answers as `get`; `api` answers
 *         the content of ocs.data and throws if the status is not 200; `browserCookies` as Playwright takes them
 */
export async function openSession(base, uid, password) {
	const { protocol, hostname } = new URL(base)
	const { request, Agent } = protocol === 'https:' ? https : http
	// A certificate made for this machine is good enough on this machine.
	const rejectUnauthorized = !['127.0.0.1', 'localhost'].includes(hostname)
	const agent = new Agent({ keepAlive: true, maxSockets: 1, ...protocol === 'https:' && { rejectUnauthorized } })
	const cookies = new Map()

	const send = (method, path, sent, type) => new Promise((resolve, reject) => {
		const start = performance.now()
		request(new URL(path, base), {
			method,
			agent,
			headers: {
				Cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
				'OCS-APIRequest': 'true',
				Accept: path.startsWith('/ocs/') ? 'application/json' : 'text/html',
				...sent && { 'Content-Type': type, Origin: base },
			},
		}, (response) => {
			const chunks = []
			response.on('data', (chunk) => chunks.push(chunk)).on('error', reject).on('end', () => {
				for (const cookie of response.headers['set-cookie'] ?? []) {
					const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/)
					cookies.set(name, value)
				}
				const body = Buffer.concat(chunks)
				resolve({ status: response.statusCode, body: body.toString(), bytes: body.length, ms: performance.now() - start })
			})
		}).on('error', reject).end(sent)
	})

	const login = await send('GET', '/index.php/login')
	const token = login.body.match(/data-requesttoken="([^"]+)"/)?.[1] ?? login.body.match(/name="requesttoken" value="([^"]+)"/)?.[1]
	const { status } = await send('POST', '/index.php/login', new URLSearchParams({ user: uid, password, requesttoken: token ?? '' }).toString(), 'application/x-www-form-urlencoded')
	const get = (path) => send('GET', path)
	const api = async (path) => {
		const answer = await get(API + path)
		if (answer.status !== 200) {
			throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 300)}`)
		}
		return JSON.parse(answer.body).ocs.data
	}
	if (status !== 303 && status !== 302) {
		throw new Error(`${uid} could not log in at ${base}: ${status}`)
	}
	await api('/members/me')
	return { get, api, send, browserCookies: () => [...cookies].map(([name, value]) => ({ name, value, url: base })) }
}
