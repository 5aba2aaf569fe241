/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Prints what Réseau reads in minutes, in the schema of tests/fixtures/network/minutes/*.expected.json.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createServer } from 'vite'
import { root } from './lib/project.mjs'

/** Why a file could not be read, by the reason of a ReadError. */
const SENTENCES = {
	too_big: 'is too large: at most 20 MB',
	binary: 'is no text',
	empty: 'is empty',
	password: 'is locked by a password: save it without one',
	no_text: 'holds pictures only: let a program read their text first',
	unreadable: 'is damaged, or not what its name says',
	no_group: 'speaks of no group',
	unknown_kind: 'is of a kind that is not read: save it as .txt, .md, .docx, .odt or .pdf',
}

const file = process.argv[2]
if (!file || process.argv.length > 3) {
	console.error('npm run -s minutes -- FILE')
	process.exit(2)
}
// Node 20 does not import TypeScript by itself, and readers of documents are imported only when needed.
const server = await createServer({ root, configFile: false, logLevel: 'silent', appType: 'custom', server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true, include: [] } })
try {
	const { parseMinutes } = await server.ssrLoadModule('/src/minutes/parse/parse.ts')
	const { readFile } = await server.ssrLoadModule('/src/minutes/read/readFile.ts')
	const { asExpected } = await server.ssrLoadModule('/scripts/lib/minutes.ts')
	const { text } = await readFile({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) })
	const reading = asExpected(parseMinutes(text))
	if (reading.groups.length === 0) {
		throw Object.assign(new Error(), { reason: 'no_group' })
	}
	console.log(JSON.stringify(reading, null, 1))
} catch (error) {
	console.error(`${basename(file)} ${SENTENCES[error.reason] ?? (error.code === 'ENOENT' ? 'is not there' : error.message)}`)
	process.exitCode = 1
} finally {
	await server.close()
}
