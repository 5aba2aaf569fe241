/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { gzipSync } from 'node:zlib'
import { API } from './client.mjs'
import { queryString } from './queries.mjs'
import { shown } from './report.mjs'

/** Bytes of what a page gives its scripts, by name. */
function initialStates(html) {
	const states = html.matchAll(/id="initial-state-reseau-([\w-]+)" value="([^"]*)"/g)
	return Object.fromEntries([...states].map(([, name, value]) => [name, Buffer.from(value, 'base64').length]))
}

/** How much travels for the first screen of the directory, with and without criteria. */
export async function sizes(session, makers, report) {
	report.part('data of the first screen')
	const queries = ['none', ...Array.from({ length: 8 }, () => ['broad', 'word', 'facet', 'typed']).flat()].map((name) => makers[name]())
	let list = 0
	let data = { sum: 0 }
	for (const query of queries) {
		list = Math.max(list, (await session.get(`${API}/members?${queryString(query)}`)).bytes)
		const { body, bytes } = await session.get(`/index.php/apps/reseau/members?${queryString(query)}`)
		const states = initialStates(body)
		const sum = Object.values(states).reduce((total, size) => total + size, 0)
		if (sum > data.sum) {
			data = { sum, states, bytes, gzip: gzipSync(body).length }
		}
	}
	const kilobytes = (size) => shown(size / 1000)
	report.row('a page of the list, kB at most', list / 1000, `JSON, not compressed, of ${queries.length} queries`, { most: 50, binding: true })
	const parts = Object.entries(data.states ?? {}).map(([name, size]) => `${name} ${kilobytes(size)}`).join(', ')
	report.row('what the page gives its scripts, kB at most', data.sum / 1000, `${parts}; its HTML ${kilobytes(data.bytes)}, gzip ${kilobytes(data.gzip)}`, { least: 0.1, most: 50, binding: true })
}
