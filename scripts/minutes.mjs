/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Prints what Réseau reads in minutes, in the schema of tests/fixtures/network/minutes/*.expected.json; measures the reading, and makes what it learns from.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createServer } from 'vite'
import { root } from './lib/project.mjs'
import { makeDocuments } from './minutes/documents.mjs'

/** Why a file could not be read, by the reason of a ReadError. */
const SENTENCES = {
	too_big: 'is too large: at most 20 MB',
	too_much: 'holds far more than minutes do',
	binary: 'is no text',
	empty: 'is empty',
	password: 'is locked by a password: save it without one',
	no_text: 'holds pictures only: let a program read their text first',
	unreadable: 'is damaged, or not what its name says',
	no_group: 'speaks of no group',
	unknown_kind: 'is of a kind that is not read: save it as .txt, .md, .docx, .odt or .pdf',
}
const WEIGHTS = join(root, 'src/minutes/parse/weights.json')

const [what, ...more] = process.argv.slice(2)
const modes = { '--train': trainWeights, '--score': () => printScore(false), '--left-out': () => printScore(true), '--documents': () => makeDocuments(load) }
if (!what || more.length > 0 || (what.startsWith('--') && !modes[what])) {
	console.error('npm run -s minutes -- FILE | --score | --left-out | --train | --documents')
	process.exit(2)
}
// Node 20 does not import TypeScript by itself, and readers of documents are imported only when needed.
const server = await createServer({ root, configFile: false, logLevel: 'silent', appType: 'custom', server: { middlewareMode: true, hmr: false, ws: false, watch: null }, optimizeDeps: { noDiscovery: true, include: [] } })
try {
	await (modes[what] ?? printReading)()
} finally {
	await server.close()
}

function load(path) {
	return server.ssrLoadModule(path)
}

async function printReading() {
	try {
		const { parseMinutes } = await load('/src/minutes/parse/parse.ts')
		const { readFile } = await load('/src/minutes/read/readFile.ts')
		const { asExpected } = await load('/scripts/lib/minutes.ts')
		const { text, style } = await readFile({ name: basename(what), bytes: new Uint8Array(readFileSync(what)) })
		const reading = asExpected(parseMinutes(text, undefined, style))
		if (reading.groups.length === 0) {
			throw Object.assign(new Error(), { reason: 'no_group' })
		}
		console.log(JSON.stringify(reading, null, 1))
	} catch (error) {
		console.error(`${basename(what)} ${SENTENCES[error.reason] ?? (error.code === 'ENOENT' ? 'is missing' : error.message)}`)
		process.exitCode = 1
	}
}

/** Learns the weights from the whole corpus; the same corpus gives the same bytes. */
async function trainWeights() {
	const { studied, weightsFrom } = await load('/scripts/minutes/examples.ts')
	writeFileSync(WEIGHTS, `${JSON.stringify(weightsFrom(await studied()))}\n`)
}

/** By format and by manner: with the weights as they are shipped, or with those learnt without the manner. */
async function printScore(unseen) {
	const { studied, leftOut, twinLeftOut } = await load('/scripts/minutes/examples.ts')
	const { figuresLine, FORMATS, measure, sum } = await load('/scripts/minutes/score.ts')
	const { parseMinutes } = await load('/src/minutes/parse/parse.ts')
	const all = await studied()
	const read = unseen ? leftOut(all, 6) : all.map((text) => ({ text, reading: parseMinutes(text.text, undefined, text.style) }))
	const measured = read.map(({ text, reading }) => ({ ...text, ...measure(text, reading) }))
	const corpus = measured.filter(({ manner }) => manner !== 'known')
	const lines = [
		['known', measured.filter(({ manner }) => manner === 'known')],
		...FORMATS.map((format) => [format, corpus.filter((one) => one.format === format)]),
		['txt, docx, odt, pdf', corpus.filter(({ format }) => format !== 'ocr.txt')],
		...[...new Set(corpus.map(({ manner }) => manner))].sort().map((manner) => [manner, corpus.filter((one) => one.manner === manner)]),
	]
	if (unseen) {
		const { text, reading, out } = twinLeftOut(all)
		console.log(figuresLine(text.name, measure(text, reading)))
		console.log(`  ${reading.groups.length} groups; learnt without ${out.join(', ')}`)
	}
	for (const [name, some] of lines.filter(([, one]) => sum(one).expected > 0)) {
		console.log(figuresLine(name, sum(some)))
	}
}
