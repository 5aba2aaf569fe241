/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { chart, growth, growthTable } from '../../scripts/bench/growth.mjs'
import { placeOf } from '../../scripts/bench/hosts.mjs'
import { messages, startProxy } from '../../scripts/bench/proxy.mjs'
import { compare } from '../../scripts/bench/stored.mjs'
import { pdoOf, serverOf } from '../../scripts/lib/databases.mjs'

/** A message of PostgreSQL: its letter, none for the first one, and its content. */
function pg(letter: string, content: Buffer | string) {
	const length = Buffer.alloc(4)
	length.writeUInt32BE(content.length + 4)
	return Buffer.concat([Buffer.from(letter), length, Buffer.from(content)])
}
/** A message of MariaDB: its place in the talk, what it orders, and its text. */
const maria = (place: number, order: number, text: string) => Buffer.concat([Buffer.from([text.length + 1, 0, 0, place, order]), Buffer.from(text)])
function number(value: number) {
	const bytes = Buffer.alloc(4)
	bytes.writeUInt32BE(value)
	return bytes
}

describe('what PHP says to a database', () => {
	const talks = {
		pgsql: [pg('', number(196608)), pg('Q', 'BEGIN\0'), pg('P', '\0SELECT $1\0\0\0'), pg('B', '\0\0'), pg('E', '\0\0\0\0\0'), pg('S', '')],
		mysql: [maria(1, 0x8D, 'a login'), maria(0, 0x03, 'SELECT 1'), maria(0, 0x16, 'SELECT ?'), maria(0, 0x17, '1'), maria(0, 0x01, '')],
	} as const

	it.each(['pgsql', 'mysql'] as const)('is counted by statements, however it is cut: %s', (kind) => {
		const all = Buffer.concat([...talks[kind]])
		for (const size of [1, 3, 7, all.length]) {
			let statements = 0
			const read = messages(kind, () => statements++)
			const passed = []
			for (let at = 0; at < all.length; at += size) {
				passed.push(read(all.subarray(at, at + size)))
			}
			expect(statements).toBe(2)
			expect(Buffer.concat(passed)).toEqual(all)
		}
	})

	it('is not encrypted', () => {
		let refused = 0
		const read = messages('pgsql', () => {}, () => refused++)
		expect(read(Buffer.concat([pg('', number(80877103)), talks.pgsql[0]]))).toEqual(talks.pgsql[0])
		expect(refused).toBe(1)
	})

	it('analyzes no table if it is not to', () => {
		const said = (kind: 'pgsql' | 'mysql', all: Buffer[]) => messages(kind, () => {}, () => {}, true)(Buffer.concat(all)).toString('latin1')
		const [begin] = talks.pgsql
		expect(said('pgsql', [begin, pg('Q', 'ANALYZE "oc_a"\0')])).toContain('SELECT 1"oc_a"\0')
		expect(said('pgsql', [begin, pg('P', 'name\0ANALYZE "oc_a"\0\0\0')])).toContain('name\0SELECT 1"oc_a"\0')
		expect(said('mysql', [maria(0, 3, 'ANALYZE TABLE `oc_a`')])).toContain('SELECT 1 AS   `oc_a`')
		expect(said('mysql', [maria(0, 3, 'SELECT \'ANALYZE `a`\'')])).toContain('ANALYZE `a`')
	})
})

describe('the proxy', () => {
	it('passes on both ways, each round trip later by what was wanted', async () => {
		const echo = createServer((socket) => socket.pipe(socket))
		await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
		const { port } = echo.address() as { port: number }
		const proxy = await startProxy('mysql', { host: '127.0.0.1', port }, { delay: 30 })
		const { connect } = await import('node:net')
		const client = connect(proxy.port!, '127.0.0.1')
		const sent = maria(0, 3, 'SELECT 1')
		const start = performance.now()
		client.write(sent)
		expect(await new Promise((resolve) => client.once('data', resolve))).toEqual(sent)
		// Connecting is a round trip, too.
		expect(performance.now() - start).toBeGreaterThanOrEqual(58)
		client.end()
		await proxy.idle()
		expect(proxy.counts).toEqual({ connections: 1, statements: 1 })
		await proxy.stop()
		echo.close()
	})
})

describe('the place of a database', () => {
	it.each([
		['pgsql', '127.0.0.1', '', { host: '127.0.0.1', port: 5432 }],
		['pgsql', 'db.example.org:5433', '', { host: 'db.example.org', port: 5433 }],
		['pgsql', '/run/postgresql', '', { path: '/run/postgresql/.s.PGSQL.5432' }],
		['mysql', 'localhost', '', { path: '/run/mysqld/mysqld.sock' }],
		['mysql', 'localhost', '3307', { host: 'localhost', port: 3307 }],
		['mysql', 'localhost:/run/other.sock', '', { path: '/run/other.sock' }],
	])('%s at %s %s', (kind, host, port, place) => {
		expect(placeOf(kind, host, port)).toEqual(place)
	})

	it('is passed to PDO', () => {
		expect(pdoOf(serverOf('pgsql://reseau@localhost/postgres?host=/tmp/a'))).toEqual(['pgsql:dbname=postgres;host=/tmp/a', 'reseau', ''])
		expect(pdoOf(serverOf('mysql://root@localhost/reseau?unix_socket=/tmp/a/socket'))).toEqual(['mysql:dbname=reseau;unix_socket=/tmp/a/socket', 'root', ''])
		expect(pdoOf({ kind: 'mysql', name: 'nc', user: 'u', password: 'p', at: { host: '127.0.0.1', port: 3306 } })).toEqual(['mysql:dbname=nc;host=127.0.0.1;port=3306', 'u', 'p'])
	})
})

describe('stored runs', () => {
	const row = { part: 'directory', what: 'selective', figure: 2, target: '≤ 1.5', verdict: 'FAIL', p50: 30, floor: 20, statements: 12, read: 340.2 }
	const floor = { part: 'directory', what: 'the floor', figure: 1.1, target: '', verdict: '', p50: 20, floor: 20 }
	const run: any = { date: '2026-11-28T17:00:00Z', host: 'nextcloud', cards: 1000, mode: '', load: 1, rows: [floor, row] }

	it('are shown side by side, if they are of the same kind as the newest', () => {
		const text = compare([
			{ ...run, database: 'pgsql' },
			{ ...run, database: 'sqlite', rows: [floor, { ...row, figure: 1.2, verdict: 'pass', statements: undefined }] },
			{ ...run, database: 'mysql', cards: 10_000 },
		])
		expect(text.split('\n').map((line) => line.replace(/ +/g, ' ').replace(/-+/g, '-'))).toEqual(expect.arrayContaining([
			'| class | SQLite | PostgreSQL | target |',
			'| run | 2026-11-28 17:00, floor 20 ms, noise 1.1, load 1 | 2026-11-28 17:00, floor 20 ms, noise 1.1, load 1 | |',
			'| selective | 1.2 · 1.5 · – · – | **2** · 1.5 · 12 · 340 | ≤ 1.5 |',
		]))
	})

	it('show what a search costs as the cards grow', () => {
		const of = (database: string, cards: number, p50: number, mode = ''): any => ({ ...run, database, cards, mode, rows: [floor, { ...row, p50 }] })
		const lines = growth([of('pgsql', 10_000, 26), of('pgsql', 1000, 22), of('mysql', 1000, 19), of('mysql', 10_000, 90, 'stale')])
		expect(lines).toEqual([
			{ what: 'selective', database: 'pgsql', points: [[1000, 2], [10_000, 6]] },
			{ what: 'selective', database: 'mysql', points: [[1000, -1]] },
		])
		expect(growthTable(lines).split('\n').map((line: string) => line.replace(/ +/g, ' '))).toContain('| Search, at most 1 % of the cards | PostgreSQL | 2 | 6 |')
		// Less than is drawn lies on the lowest line.
		expect(chart(lines)).toContain('<path d="M46 189l5 9h-10z"/>')
		expect(chart(lines)).not.toMatch(/NaN|undefined/)
	})
})
