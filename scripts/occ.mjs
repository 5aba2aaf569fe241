/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run -s occ -- COMMAND [--port N]: commands of the app, and user:add, user:delete, user:list, in the sandbox of a port
// (8090 by default) or of the state folder RESEAU_STATE.
import { existsSync } from 'node:fs'
import { at, run } from './lib/project.mjs'
import { ensurePhp, FOR_SANDBOX } from './php.mjs'

const args = process.argv.slice(2)
const place = args.findIndex((arg) => /^--port(=|$)/.test(arg))
const [given = '--port=8090', next] = place < 0 ? [] : args.splice(place, args[place] === '--port' ? 2 : 1)
const port = given.split('=')[1] ?? next
const state = process.env.RESEAU_STATE ?? at('tests/sandbox/.state', port)

if (!existsSync(state)) {
	console.error(`There is no sandbox ${state}; npm start makes one`)
	process.exit(1)
}
try {
	ensurePhp(FOR_SANDBOX)
	process.exitCode = await run('php', [at('tests/sandbox/console.php'), ...args], {
		// Files are named from where the command is given.
		cwd: process.env.INIT_CWD ?? process.cwd(),
		env: { RESEAU_URL: `http://127.0.0.1:${port}`, ...process.env, RESEAU_STATE: state },
	})
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
}
