/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run -s matching -- FOLDER: how well matching does in a network that was judged by hand: FOLDER has its members.json and judged.json
// (docs/developers/matching.md).
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { at, run } from './lib/project.mjs'
import { ensurePhp, FOR_SANDBOX } from './php.mjs'

const [given, ...more] = process.argv.slice(2)
// Named from where the command is given.
const folder = resolve(process.env.INIT_CWD ?? '', given ?? '')
if (!given || more.length > 0 || !['members.json', 'judged.json'].every((name) => existsSync(join(folder, name)))) {
	console.error('npm run -s matching -- FOLDER, which has members.json and judged.json')
	process.exit(2)
}
ensurePhp(FOR_SANDBOX)
process.exitCode = await run('php', [at('scripts/matching.php'), folder])
