/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// node scripts/databases.mjs mariadb|postgresql: runs the PHPUnit tests of the group `databases` there, on Debian's server, started for it in
// a folder of its own that only this user can reach, and gone with it. Other arguments are passed to PHPUnit.
import { mkdirSync } from 'node:fs'
import { startMariadb, startPostgresql } from './lib/databases.mjs'
import { at, run } from './lib/project.mjs'

const SERVERS = { mariadb: startMariadb, postgresql: startPostgresql }

const [name, ...rest] = process.argv.slice(2)
if (!Object.hasOwn(SERVERS, name)) {
	console.error(`Name a database: ${Object.keys(SERVERS).join(' or ')}`)
	process.exit(2)
}
mkdirSync(at('build'), { recursive: true })
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
const server = await SERVERS[name]()
try {
	process.exitCode = await run('phpunit', [
		'--group', 'databases', '--no-progress', '--do-not-cache-result', '--log-junit', `build/${name}.xml`, ...rest,
	], { env: { ...process.env, RESEAU_DSN: server.dsn } })
} finally {
	await server.stop()
}
