/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// What was measured is asked again while PHP reaches the database by a proxy: to count, and from further away.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { pdoOf } from '../lib/databases.mjs'
import { rowsRead } from './database.mjs'
import { startProxy } from './proxy.mjs'
import { median, shown } from './report.mjs'
import { FLOOR, withFloor } from './speed.mjs'

const COUNTED = 10
/** In milliseconds. */
const SLOW = 1000
const AWAY = 25
/** Milliseconds that a search may take more for each that the database is further away. */
const MOST = 15

/** Does something while PHP reaches the database by a proxy; `how` as startProxy() takes it. */
export async function through(database, how, work) {
	const proxy = await startProxy(database.kind, database.at, { ...how, path: database.link && `${database.link}.proxy` })
	try {
		await database.route(proxy)
		return await work(proxy)
	} finally {
		await database.route(null)
		await proxy.stop()
	}
}

/** Statements and rows read of a request, of each row that was measured. */
export async function countStatements(database, report) {
	report.say('statements and rows read')
	await through(database, {}, async (proxy) => {
		const [before, after] = [rowsRead(database), rowsRead(database)]
		for (const row of report.asked) {
			const { session, paths } = row.asked
			// Fewer of what takes seconds.
			const chosen = paths.slice(0, row.p50 > SLOW ? 1 : COUNTED)
			// What a first request remembers for the others.
			await session.get(chosen[0])
			await proxy.idle()
			const [statements, rows] = [proxy.counts.statements, rowsRead(database)]
			for (const path of chosen) {
				await session.get(path)
			}
			await proxy.idle()
			row.statements = (proxy.counts.statements - statements) / chosen.length
			row.read = (rowsRead(database) - rows - (after - before)) / chosen.length
		}
	})
}

const PING = `
	$db = new PDO(...json_decode(getenv('BENCH_PDO')));
	for ($i = 0; $i < 220; $i++) {
		$start = hrtime(true);
		$db->exec($argv[1]);
		$times[] = (hrtime(true) - $start) / 1e6;
	}
	print json_encode(array_slice($times, 20));
`

/** The middle time of a statement that reads nothing, in milliseconds. */
async function ping(server) {
	const child = spawn('php', ['-r', PING, '--', server.kind === 'mysql' ? 'DO 1' : 'SELECT 1'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, BENCH_PDO: JSON.stringify(pdoOf(server)) } })
	const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')])
	return median(JSON.parse(printed))
}

/** What a search takes more than the floor once each round trip to the database takes some milliseconds more, and before. */
export async function fromAway(database, delay, report) {
	report.part(`a database ${shown(delay)} ms away: what a search takes more for each, in ms, p50 less that of the floor`)
	const rows = report.asked.filter(({ search }) => search)
	const [floor] = report.asked.find(({ what }) => what === FLOOR).asked.paths
	const own = async ({ asked: { session, paths } }) => {
		const { times, floor: cheap } = await withFloor(session, floor, paths.slice(0, AWAY))
		return median(times) - median(cheap)
	}
	const near = new Map()
	for (const row of rows) {
		near.set(row, await own(row))
	}
	const direct = await ping(database)
	await through(database, { delay }, async (proxy) => {
		const added = await ping({ ...database, at: database.link ? { path: database.link } : { host: '127.0.0.1', port: proxy.port } }) - direct
		report.row('what the proxy adds to a round trip, ms', added, `a statement that reads nothing takes ${shown(direct)} ms without it`)
		for (const row of rows) {
			const away = await own(row)
			row.away = (away - near.get(row)) / added
			report.row(row.what, row.away, `${shown(away)} instead of ${shown(near.get(row))} ms`, { most: MOST })
		}
	})
}
