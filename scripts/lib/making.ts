/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupPlan } from '../../src/group/making/plan.ts'
import type { Sent } from './replay.ts'

import { readdirSync, readFileSync } from 'node:fs'
import { boardPlan, STARTER_MODELS } from '../../src/board/models.ts'
import { makeGroups } from '../../src/group/making/makeGroups.ts'
import { minimumCalls } from '../../src/group/making/plan.ts'
import { undoGroup } from '../../src/group/making/undo.ts'
import { parseMinutes } from '../../src/minutes/parse/parse.ts'
import { become, plain } from '../../tests/contract/browser.ts'
import { isExtra, replay } from './replay.ts'

// Gateways want the browser that tests/contract/browser.ts puts in place, and come after it.
const { default: axios } = await import('@nextcloud/axios')
const folder = await import('../../src/group/folder.ts')
const gateway = await import('../../src/group/gateway.ts')
const { clock, ports } = await import('../../src/group/making/gateway.ts')

const FACILITATOR = 'romain-vielfaure'
const MEMBERS = ['maelle-roumegous', 'bastian-escande']
const GROUPS = 10
const MINUTES = new URL('../../tests/fixtures/network/minutes/', import.meta.url)

/** What one pair of runs took, in ms. */
export interface Pair {
	journal: number
	/** As much of it as it waited for answers. */
	waited: number
	/** The same requests, nothing in between. */
	replayed: number
	/** The requests without which the groups would not exist: no lease, no saved id. */
	bare: number
	sent: number
	needed: number
}

/** Ten groups as they are read in the fixtures' minutes, with a team, a board and a folder each. */
function plans(tag: string, root: string): GroupPlan[] {
	const read = readdirSync(MINUTES).filter((name) => name.endsWith('.txt')).sort()
		.flatMap((name) => parseMinutes(readFileSync(new URL(name, MINUTES), 'utf8')).groups)
	return Array.from({ length: GROUPS }, (_, index) => {
		const group = read[index % read.length]!
		const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text)
		const title = `${tag} ${index} ${group.title.text}`.slice(0, 100)
		const mandate = { mayAdvance: texts(group.mandate.mayAdvance), mustNot: texts(group.mandate.mustNot), with: texts(group.mandate.with) }
		return {
			key: title,
			title,
			purpose: 'Mesurer.',
			mandate: { mayAdvance: [], mustNot: [], with: [] },
			join: 'request',
			asked: [],
			team: { facilitators: MEMBERS.slice(0, 1), members: MEMBERS.slice(1) },
			model: STARTER_MODELS[0]!.slug,
			board: boardPlan(STARTER_MODELS[0]!, {
				title,
				mandate,
				sections: group.sections.map(({ heading, items }) => ({ heading, items: texts(items) })),
				followUps: texts(group.followUps),
			}),
			folder: { path: `${root}/${tag} ${index}` },
			talk: false,
		}
	})
}

/** What axios sends while work is done, with the answers. */
async function recorded<T>(work: () => Promise<T>): Promise<{ done: T, ms: number, waited: number, sent: Sent[] }> {
	const sent: Sent[] = []
	let asked = 0
	let waited = 0
	// Of several the last one added is the first that sees a request.
	const before = axios.interceptors.request.use((config) => {
		asked = performance.now()
		return config
	})
	const after = axios.interceptors.response.use((response) => {
		waited += performance.now() - asked
		const { method, data, headers } = response.config
		sent.push({
			method: method!.toUpperCase(),
			path: axios.getUri(response.config).replace(axios.defaults.baseURL!, ''),
			headers: Object.fromEntries(Object.entries(headers.toJSON()).map(([name, value]) => [name, String(value)])),
			body: typeof data === 'string' ? data : null,
			answer: response.data,
		})
		return response
	})
	try {
		const start = performance.now()
		const done = await work()
		return { done, ms: performance.now() - start, waited, sent }
	} finally {
		axios.interceptors.request.eject(before)
		axios.interceptors.response.eject(after)
	}
}

/** Makes ten groups by the journal and again by its very requests, then deletes everything. */
export async function measure(pair: number): Promise<Pair> {
	await become(FACILITATOR)
	const [tag, copy] = ['m', 'r'].map((kind) => `${kind}${Date.now().toString(36)}-${pair}`) as [string, string]
	const root = `/${tag}`
	await folder.mkcol(root)
	await folder.mkcol(`/${copy}`)
	const orders = plans(tag, root).map((plan) => ({ plan, groupId: null }))
	const { done, ms, waited, sent } = await recorded(() => makeGroups(ports, orders, { ...clock, me: FACILITATOR, runner: tag }))
	if (!done.done) {
		throw new Error(`Not all was made: ${JSON.stringify(done.groups.map(({ state, reason, steps }) => [state, reason, steps]))}`)
	}
	const took = await replay(sent, tag, copy)
	const copies = (await gateway.listGroups()).filter(({ title }) => title.startsWith(copy))
	for (const { id, title } of [...done.groups.map(({ groupId, title }) => ({ id: groupId!, title })), ...copies]) {
		const undone = await undoGroup(ports, { groupId: id, title, boardTitle: title, expected: MEMBERS }, { ...clock, me: FACILITATOR, runner: tag })
		if (undone.end !== 'undone') {
			throw new Error(`${title} stays: ${JSON.stringify(undone)}`)
		}
	}
	for (const name of [tag, copy]) {
		await plain(`/remote.php/dav/files/${FACILITATOR}/${name}`, { method: 'DELETE', headers: { requesttoken: sent[0]!.headers.requesttoken! } })
	}
	if (copies.length !== GROUPS) {
		throw new Error(`${copies.length} groups were made by the requests alone`)
	}
	const all = took.reduce((sum, one) => sum + one, 0)
	return {
		journal: ms,
		waited,
		replayed: all,
		bare: took.reduce((sum, one, at) => isExtra(sent[at]!) ? sum : sum + one, 0),
		sent: sent.length,
		needed: orders.reduce((sum, { plan }) => sum + minimumCalls(plan), 0),
	}
}
