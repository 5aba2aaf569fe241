/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run -s matching -- FOLDER: how well matching does in a network that was judged by hand: FOLDER has its members.json and judged.json
// (docs/developers/matching.md). --propose writes what each of its needs and offers may be about; --taps FILE takes what was chosen of that.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { at, run } from './lib/project.mjs'
import { ensurePhp, FOR_SANDBOX } from './php.mjs'

const { values, positionals: [given, ...more] } = parseArgs({ allowPositionals: true, options: { propose: { type: 'boolean' }, taps: { type: 'string' } } })
// Named from where the command is given.
const from = (path) => resolve(process.env.INIT_CWD ?? '', path)
const folder = from(given ?? '')
if (!given || more.length > 0 || !['members.json', 'judged.json'].every((name) => existsSync(join(folder, name)))) {
	console.error('npm run -s matching -- FOLDER [--propose] [--taps FILE]: the folder has members.json and judged.json')
	process.exit(2)
}
ensurePhp(FOR_SANDBOX)
const options = [...values.propose ? ['--propose'] : [], ...values.taps === undefined ? [] : [`--taps=${from(values.taps)}`]]
process.exitCode = await run('php', [at('scripts/matching.php'), folder, ...options])
