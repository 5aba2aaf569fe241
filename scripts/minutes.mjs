/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Prints what Réseau reads in minutes, in the schema of tests/fixtures/network/minutes/*.expected.json.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { runnerImport } from 'vite'
import { at, root } from './lib/project.mjs'

/** Node 20 does not import TypeScript by itself. */
const load = async (file) => (await runnerImport(at(file), { root, configFile: false })).module

const file = process.argv[2]
if (!file || process.argv.length > 3) {
	console.error('npm run -s minutes -- FILE')
	process.exit(2)
}
try {
	const { parseMinutes } = await load('src/minutes/parse/parse.ts')
	const { asExpected } = await load('scripts/lib/minutes.ts')
	const text = readFileSync(file, 'utf8')
	const reading = asExpected(parseMinutes(text))
	if (reading.groups.length === 0) {
		throw new Error(`${basename(file)}: no group is spoken of`)
	}
	console.log(JSON.stringify(reading, null, 1))
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
}
