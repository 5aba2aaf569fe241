/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Asks every endpoint and page what openapi.json says and what it does not say (tests/php/Endpoints/FuzzTest.php):
// npm run fuzz -- [--requests 100000] [--seed N] [--database sqlite|postgresql|mariadb] [--endpoint NAME]
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { startMariadb, startPostgresql } from './lib/databases.mjs'
import { run } from './lib/project.mjs'
import { ensureBuiltOnce } from './lib/ready.mjs'
import { ensurePhp, FOR_DATABASES, FOR_TESTS } from './php.mjs'

const { values: { requests, seed, database, endpoint } } = parseArgs({
	options: {
		requests: { type: 'string', default: '100000' },
		seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
		database: { type: 'string', default: 'sqlite' },
		endpoint: { type: 'string', default: '' },
	},
})
const servers = { sqlite: async () => ({ stop() {} }), postgresql: startPostgresql, mariadb: startMariadb }
if (!Object.hasOwn(servers, database) || !/^\d+$/.test(requests) || !/^\d+$/.test(seed)) {
	throw new Error('npm run fuzz -- [--requests N] [--seed N] [--database sqlite|postgresql|mariadb] [--endpoint NAME]')
}

ensurePhp(database === 'sqlite' ? FOR_TESTS : { ...FOR_TESTS, ...FOR_DATABASES })
await ensureBuiltOnce()
const server = await servers[database]()
try {
	process.exitCode = await run('phpunit', ['--no-progress', '--do-not-cache-result', 'tests/php/Endpoints/FuzzTest.php'], {
		env: { ...process.env, ...server.dsn && { RESEAU_DSN: server.dsn }, FUZZ_REQUESTS: requests, FUZZ_SEED: seed, FUZZ_ENDPOINT: endpoint },
	})
} finally {
	await server.stop()
}
