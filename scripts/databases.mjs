/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Runs the PHPUnit tests of the group `databases` on MariaDB and on PostgreSQL: Debian's servers, started for it in a
// folder of their own that only this user can reach, and gone with it. Other arguments are passed to PHPUnit.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { startMariadb, startPostgresql } from './lib/databases.mjs'
import { at, runQuietly } from './lib/project.mjs'
import { counters, outcome, read } from './lib/results.mjs'

mkdirSync(at('build'), { recursive: true })
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))

const results = await Promise.all(Object.entries({ mariadb: startMariadb, postgresql: startPostgresql }).map(async ([name, start]) => {
	const file = `build/${name}.xml`
	rmSync(at(file), { force: true })
	const server = await start()
	try {
		const { code, text } = await runQuietly('phpunit', [
			'--group', 'databases', '--no-progress', '--do-not-cache-result', '--log-junit', file, ...process.argv.slice(2),
		], { env: { ...process.env, RESEAU_DSN: server.dsn } })
		// One database after the other, not line by line of both.
		console.log(`${name}\n${text.trim()}\n`)
		return [name, outcome(code, read(at(file), counters.junit))]
	} finally {
		await server.stop()
	}
}))

for (const [name, { passed, failed }] of results) {
	console.log(`${name}: ${passed} passed, ${failed} failed`)
}
writeFileSync(at('build/databases.json'), JSON.stringify(Object.fromEntries(results)))
process.exitCode = results.some(([, { failed }]) => failed > 0) ? 1 : 0
