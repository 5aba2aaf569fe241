/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { API } from './client.mjs'
import { MIX, queryString } from './queries.mjs'
import { median, percentile, shown } from './report.mjs'

const WARM_UP = 20
/** In milliseconds: what each request and the floor after it may take before some are left out, but for the least. */
const SLOW = 2000
const LEAST = 3
/** What the floor is called in the report. */
export const FLOOR = 'the floor'
/** What an app could answer with the least work; the cheapest of them is the floor. Those of missing apps fail and do not count. */
const CHEAP = [
	`${API}/members/me`,
	`${API}/members/999999999`,
	'/ocs/v2.php/cloud/user',
	'/ocs/v2.php/apps/notifications/api/v2/notifications',
	'/ocs/v2.php/apps/user_status/api/v1/user_status',
	'/ocs/v2.php/apps/dashboard/api/v1/widgets',
	'/ocs/v2.php/apps/files_sharing/api/v1/remote_shares',
]

/** @return {Promise<{path: string, ms: number}>} the cheapest request of an app on this server with this session */
export async function findFloor(session) {
	const times = new Map()
	for (let round = 0; round < 25; round++) {
		for (const path of CHEAP) {
			const { status, ms } = await session.get(path)
			if (status === 200 || (status === 404 && path.startsWith(API))) {
				times.set(path, [...times.get(path) ?? [], ms])
			}
		}
	}
	const [floor] = [...times].map(([path, all]) => ({ path, ms: median(all.slice(5)) })).sort((a, b) => a.ms - b.ms)
	return floor
}

/**
 * Asks each path and, after each, the floor. What takes longer than can be waited for is asked less often.
 *
 * @return {Promise<{session: object, paths: string[], times: number[], floor: number[], answers: {body: string, bytes: number}[]}>} in milliseconds
 */
export async function withFloor(session, floor, paths) {
	const result = { session, paths, times: [], floor: [], answers: [] }
	const start = performance.now()
	const isLate = (most) => performance.now() - start > most
	const ask = async (path) => {
		const answer = await session.get(path)
		if (answer.status !== 200) {
			throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 200)}`)
		}
		return [answer, await session.get(floor)]
	}
	for (const path of paths.slice(0, WARM_UP)) {
		if (!isLate(SLOW * paths.length / 3)) {
			await ask(path)
		}
	}
	for (const path of paths) {
		if (isLate(SLOW * paths.length) && result.times.length >= LEAST) {
			break
		}
		const [answer, cheap] = await ask(path)
		result.times.push(answer.ms)
		result.floor.push(cheap.ms)
		result.answers.push(answer)
	}
	return result
}

/**
 * A line of the report: p95 in times of the cheapest request asked in between.
 *
 * @param {import('./report.mjs').Report} report
 * @param {string} label
 * @param {object} measured as withFloor() answers it
 * @param {object} measured.session
 * @param {string[]} measured.paths
 * @param {number[]} measured.times
 * @param {number[]} measured.floor
 * @param {string} measured.note
 * @param {{most: number}} target
 * @param {boolean} search whether it is a search, which has a target for a database further away
 */
export function addRow(report, label, { session, paths, times, floor, note = '' }, target, search = false) {
	const cheap = median(floor)
	const [p50, p95] = [median(times), percentile(times, 0.95)]
	const less = times.length < paths.length ? `, only ${times.length} of ${paths.length} asked` : ''
	report.row(label, p95 / cheap, `p50 ÷ p50 ${shown(p50 / cheap)}, p95 ÷ p95 ${shown(p95 / percentile(floor, 0.95))}; ${shown(p50)} and ${shown(p95)} ms${note}${less}`, target, { p50, p95, floor: cheap, search, asked: { session, paths } })
}

/** The mix of queries, each class by itself, and the counts of a criterion; `makers` come from queryMaker(). */
export async function speed(session, makers, size, requests, report) {
	report.part('directory, p95 in times of the cheapest request')
	const { path: floor } = await findFloor(session)
	const list = (query) => `${API}/members?${queryString(query)}`
	const asked = Object.entries(MIX).flatMap(([name, { share }]) => Array.from({ length: Math.round(requests * share / 100) }, () => ({ name, path: list(makers[name]()) })))
	// Classes take turns, so that a slow moment of the machine falls on all of them.
	asked.sort((a, b) => a.path < b.path ? -1 : 1).forEach((entry, i) => Object.assign(entry, { turn: (i * 7919) % asked.length }))
	asked.sort((a, b) => a.turn - b.turn)
	const { times, floor: cheap, answers } = await withFloor(session, floor, asked.map(({ path }) => path))
	addRow(report, FLOOR, { session, paths: cheap.map(() => floor), times: cheap, floor: cheap, note: `; GET ${floor}; noise of the machine` })

	const totals = answers.map(({ body }) => JSON.parse(body).ocs.data.total)
	const of = (chosen, counts = () => true) => {
		const places = totals.flatMap((total, i) => chosen.includes(asked[i].name) && counts(total) ? [i] : [])
		const hits = shown(median(places.map((i) => totals[i])))
		return { session, paths: places.map((i) => asked[i].path), times: places.map((i) => times[i]), floor: cheap, note: `, ${places.length} requests, ${hits} hits (median)` }
	}
	const selective = Object.keys(MIX).filter((name) => MIX[name].selective)
	// By what they find: of a word that is rare as it is written, related words may be frequent.
	const isFew = (total) => total <= size / 100
	const large = size > 10_000
	const few = of(selective, isFew)
	addRow(report, 'selective', few, { most: large ? 2.5 : 1.5 }, true)
	report.row('· of our own at the median, ms', median(few.times) - median(cheap), 'p50 less that of the floor', large ? { most: 10 } : {})
	selective.forEach((name) => addRow(report, `· ${MIX[name].label}`, of([name], isFew)))
	const more = of(selective, (total) => !isFew(total))
	if (more.times.length > 0) {
		addRow(report, '· rare as written, more with related words', more)
	}
	const broad = { most: large ? 4 : 2.5 }
	addRow(report, MIX.broad.label, of(['broad']), broad, true)
	addRow(report, MIX.none.label, of(['none']), { most: 4 }, true)
	for (const [name, label, most] of [['typed', 'first letters of a word', 2], ['typo', 'word with a slip', 2.5]]) {
		addRow(report, label, await withFloor(session, floor, Array.from({ length: 25 }, () => list(makers[name]()))), { most }, true)
	}
	const apart = await withFloor(session, floor, Array.from({ length: 25 }, () => list(makers.apart())))
	const near = apart.answers.filter(({ body }) => JSON.parse(body).ocs.data.near).length
	addRow(report, 'words that nobody has together', { ...apart, note: `, ${near} of ${apart.answers.length} answered by some of the words` }, broad, true)

	report.part('people to meet, p95 in times of the cheapest request')
	addRow(report, 'matches of one member', await withFloor(session, floor, Array.from({ length: 60 }, () => `${API}/matches`)), { most: 2 })

	report.part('counts of a criterion, p95 in times of the cheapest request')
	const counts = (of, query) => `${API}/members/facets?${queryString({ ...query, of })}`
	for (const [label, draw] of [['no criteria', () => ({})], ['broad word', makers.broad], ['rare word', makers.word]]) {
		for (const facet of ['sector', 'value', 'theme', 'territory']) {
			addRow(report, `${facet}, ${label}`, await withFloor(session, floor, Array.from({ length: 20 }, () => counts(facet, draw()))), { most: 3 })
		}
	}
}

/** Home and the list of notices, next to the floor: of a member, and of a facilitator, who keeps the cards without a keeper. */
export async function desk(session, facilitator, makers, report) {
	report.part('Home and notices, p95 in times of the cheapest request')
	const { path: floor } = await findFloor(session)
	const many = (path) => Array.from({ length: 40 }, () => path)
	addRow(report, 'notices, no criteria', await withFloor(session, floor, many(`${API}/notices`)), { most: 2 })
	addRow(report, 'notices, broad word', await withFloor(session, floor, many('').map(() => `${API}/notices?${queryString(makers.broad())}`)), { most: 2 })
	addRow(report, 'Home of a member', await withFloor(session, floor, many(`${API}/home`)), { most: 2 })
	addRow(report, 'Home of a facilitator', await withFloor(facilitator, floor, many(`${API}/home`)), { most: 2.5 })
	addRow(report, 'what is due and new in their groups', await withFloor(session, floor, many(`${API}/news`)), { most: 2 })

	report.part('data of the maps, p95 in times of the cheapest request')
	addRow(report, 'map of the network', await withFloor(session, floor, Array(20).fill(`${API}/map/network`)))
	addRow(report, 'map of territories', await withFloor(session, floor, Array(20).fill(`${API}/map/territories`)))
}
