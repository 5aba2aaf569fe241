/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import http from 'node:http'
import https from 'node:https'

/** A request as it was sent, and its answer. */
export interface Sent {
	method: string
	path: string
	headers: Record<string, string>
	body: string | null
	answer: unknown
}

/** What ids are of: the numbers of boards and cards overlap. */
type Kind = 'groups' | 'boards' | 'labels' | 'stacks' | 'cards' | 'other'
const KEYS: Record<string, Kind> = { boardId: 'boards', stackId: 'stacks', labels: 'labels', labelId: 'labels' }

/** Keeps an id for a later run: a lease, or an id that was made. The last save, which opens the group, is needed. */
export function isExtra({ path, body }: Sent): boolean {
	return /\/making(?:\/lease)?$/.test(path) && !body?.includes('"step":"done"')
}

/**
 * Sends requests again, with the bare means of Node and nothing between two of them; what they made the first time is called `copy`
 * instead of `tag`, and the ids are those of the copies.
 *
 * @return what each took, in ms
 */
export async function replay(sent: readonly Sent[], tag: string, copy: string): Promise<number[]> {
	const ids = new Map<string, number | string>()
	const took: number[] = []
	for (const { method, path, headers, body, answer } of sent) {
		const to = pathWith(path.replaceAll(tag, copy), ids)
		const data = body === null ? null : bodyWith(body.replaceAll(tag, copy), ids)
		const start = performance.now()
		const { status, text } = await ask(method, to, headers, data)
		took.push(performance.now() - start)
		if (status >= 400) {
			throw new Error(`${method} ${to}: ${status} ${text.slice(0, 300)}`)
		}
		if (method === 'POST') {
			learn(kindOf(path), unwrapped(answer), unwrapped(text), ids)
		}
	}
	return took
}

function kindOf(path: string): Kind {
	return (/\/(groups|boards|labels|stacks|cards)$/.exec(path)?.[1] ?? 'other') as Kind
}

function unwrapped(answer: unknown): unknown {
	try {
		const data = typeof answer === 'string' ? JSON.parse(answer) : answer
		return data?.ocs?.data ?? data
	} catch {
		return null
	}
}

/** Which id of the first run is which of this one. */
function learn(kind: Kind, before: unknown, now: unknown, ids: Map<string, number | string>): void {
	const of = (value: unknown) => value as Record<string, unknown>
	if (before === null || now === null || typeof before !== 'object') {
		return
	}
	const id = of(before).id as number | string
	ids.set(typeof id === 'string' ? id : `${kind} ${id}`, of(now).id as number | string)
	if (kind === 'boards') {
		const [labels, copies] = [of(before).labels, of(now).labels] as [{ id: number }[], { id: number }[]]
		labels.forEach((label, at) => ids.set(`labels ${label.id}`, copies[at]!.id))
	}
}

function pathWith(path: string, ids: ReadonlyMap<string, number | string>): string {
	let kind = ''
	return path.split('/').map((segment) => {
		const found = ids.get(/^\d+$/.test(segment) ? `${kind} ${segment}` : segment) ?? segment
		kind = segment
		return found
	}).join('/')
}

function bodyWith(body: string, ids: ReadonlyMap<string, number | string>): string {
	if (!body.startsWith('{')) {
		return body
	}
	const value = JSON.parse(body) as Record<string, unknown>
	const other = (key: string, id: unknown) => (typeof id === 'number' ? ids.get(`${KEYS[key]} ${id}`) : ids.get(String(id))) ?? id
	return JSON.stringify(Object.fromEntries(Object.entries(value).map(([key, one]) => [
		key, Array.isArray(one) ? one.map((each) => other(key, each)) : typeof one === 'object' ? one : key === 'id' ? one : other(key, one),
	])))
}

function ask(method: string, path: string, headers: Record<string, string>, body: string | null): Promise<{ status: number, text: string }> {
	const url = new URL(path, process.env.RESEAU_URL)
	const { request } = url.protocol === 'https:' ? https : http
	const rest = Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length'))
	return new Promise((resolve, reject) => {
		request(url, { method, headers: { ...rest, ...body !== null && { 'Content-Length': Buffer.byteLength(body) } } }, (response) => {
			const chunks: Buffer[] = []
			response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
				.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
		}).on('error', reject).end(body)
	})
}
