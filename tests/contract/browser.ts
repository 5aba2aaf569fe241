/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { Window } from 'happy-dom'
import { expect } from 'vitest'
import { ApiError } from '../../src/api/apiError.ts'
import { accountOf } from '../e2e/support/accounts.ts'
import { PASSWORD } from '../e2e/support/login.ts'

// What the gateways need from a browser, without one: a page of the server, its sessions, and the logged-in account. It has to be set up
// before they load: import this first, then the gateways by import().

const BASE = process.env.RESEAU_URL!

interface Session {
	cookies: Map<string, string>
	token: string
}

const sessions = new Map<string, Session>()
let current: Session | null = null
let account = ''
const page = { head: { dataset: {} as Record<string, string> }, cookie: '' }

Object.assign(globalThis, {
	window: globalThis,
	document: page,
	location: new URL(BASE),
	_oc_webroot: '',
	DOMParser: new Window().DOMParser,
})

/** Everything from here on is asked by this account. */
export async function become(uid: string): Promise<void> {
	current = sessions.get(uid) ?? await login(uid)
	sessions.set(uid, current)
	account = uid
	page.head.dataset.user = accountOf(uid)
}

/** Work of another account; what follows is asked by the one before. */
export async function as<T>(uid: string, work: () => Promise<T>): Promise<T> {
	const before = account
	await become(uid)
	try {
		return await work()
	} finally {
		await become(before)
	}
}

/** What a call is refused for. */
export async function refusal(work: Promise<unknown>): Promise<ApiError> {
	const error = await work.then(() => null, (caught: unknown) => caught)
	expect(error).toBeInstanceOf(ApiError)
	return error as ApiError
}

/** A request of the logged-in account, with the session's cookies and nothing else. */
export function plain(path: string, init: RequestInit = {}): Promise<Response> {
	return ask(current!, path, init)
}

async function login(uid: string): Promise<Session> {
	const session: Session = { cookies: new Map(), token: '' }
	const read = async () => (await (await ask(session, '/index.php/csrftoken')).json() as { token: string }).token
	const form = new URLSearchParams({ user: accountOf(uid), password: PASSWORD, requesttoken: await read() })
	const answer = await ask(session, '/index.php/login', { method: 'POST', body: form, headers: { Origin: BASE } })
	if (answer.status !== 303 || answer.headers.get('location')?.includes('/login')) {
		throw new Error(`${uid} is not let in: ${answer.status}`)
	}
	return { ...session, token: await read() }
}

function cookieHeader(cookies: Map<string, string>): string {
	return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

async function ask({ cookies }: Session, path: string, init: RequestInit = {}): Promise<Response> {
	const answer = await fetch(BASE + path, { redirect: 'manual', ...init, headers: { ...init.headers as Record<string, string>, Cookie: cookieHeader(cookies) } })
	keep(cookies, answer.headers.getSetCookie())
	return answer
}

function keep(cookies: Map<string, string>, lines: string[]): void {
	for (const [, name, value] of lines.map((line) => /^([^=]+)=([^;]*)/.exec(line)!)) {
		cookies.set(name!, value!)
	}
}

// The axios of the app, which takes cookies, their token and the address of the page from the browser.
const { default: axios } = await import('@nextcloud/axios')
axios.defaults.adapter = 'http'
axios.defaults.baseURL = BASE
axios.interceptors.request.use((config) => {
	config.headers.set('Cookie', cookieHeader(current!.cookies))
	config.headers.set('requesttoken', current!.token)
	return config
})
axios.interceptors.response.use((response) => {
	keep(current!.cookies, response.headers['set-cookie'] ?? [])
	return response
})
