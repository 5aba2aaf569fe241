/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collect } from './collect.mjs'
import { CONTRACT, phpRuns, scriptRuns } from './concerned.mjs'
import { copyOf } from './copy.mjs'
import { draw } from './draw.mjs'
import { judge } from './judge.mjs'
import { reachedBy } from './reached.mjs'
import { keyOf, report } from './report.mjs'

/**
 * Makes mutants of a project's files, each in a copy, runs the tests concerned and reports which live.
 *
 * @param {object} options
 * @param {string} options.root the project
 * @param {string[]} [options.files] files and folders; all of lib/ and src/ by default
 * @param {number} [options.sample] how many are drawn; 0: each one is tried
 * @param {number} [options.seed] of the draw
 * @param {boolean} [options.again] only those that lived the last time
 * @param {boolean} [options.quick] only the nearest tests of each, some ten seconds: `again` tries those that live with all tests
 * @param {boolean} [options.fresh] find out again which methods each test reaches
 * @param {number} [options.workers] how many are tried in parallel
 * @param {(text: string) => void} [options.print]
 * @return {Promise<{ mutant: ReturnType<typeof collect>[number], outcome: string, why?: string }[]>}
 */
export async function mutants({ root, files = [], sample = 0, seed = 1, again = false, quick = false, fresh = false, workers = 1, print = console.log }) {
	const kept = join(root, 'build/mutants')
	mkdirSync(kept, { recursive: true })
	const lived = join(kept, 'lived.json')
	const all = collect(root, files.length > 0 ? files : ['lib', 'src'].filter((folder) => existsSync(join(root, folder))))
	const last = again ? new Set(JSON.parse(readFileSync(lived, 'utf8'))) : null
	const chosen = last ? all.filter((mutant) => last.has(keyOf(mutant))) : sample > 0 ? draw(all, sample, seed) : all
	const why = equivalents(root)
	print(`${chosen.length} of ${all.length} mutants${sample > 0 && !again ? `, seed ${seed}` : ''}`)
	const reached = chosen.some(({ path }) => path.endsWith('.php')) ? await reachedBy(root, { fresh, print }) : new Map()

	const contract = existsSync(join(root, 'scripts/contract.mjs')) ? [CONTRACT] : []

	const results = []
	const waiting = chosen.map((mutant, place) => ({ mutant, place }))
	const copies = Array.from({ length: Math.max(1, workers) }, () => copyOf(root))
	try {
		await Promise.all(copies.map(async ({ folder }) => {
			for (let next = waiting.shift(); next; next = waiting.shift()) {
				const { mutant, place } = next
				const runs = mutant.path.endsWith('.php') ? phpRuns(mutant, reached) : scriptRuns(mutant, (path) => existsSync(join(root, path)))
				const outcome = await judge(folder, mutant, quick ? runs.slice(0, 1) : mutant.path.endsWith('.vue') ? runs : [...runs, ...contract])
				results[place] = { mutant, outcome, why: why.get(keyOf(mutant)) }
				print(`${results.filter(Boolean).length}/${chosen.length} ${outcome} ${mutant.path}:${mutant.line} (${mutant.operator})${outcome === 'killed' ? '' : ` ${mutant.after.trim()}`}`)
			}
		}))
	} finally {
		copies.forEach(({ remove }) => remove())
	}
	const lives = results.filter(({ outcome, why: known }) => ['survived', 'unreached'].includes(outcome) && !known)
	writeFileSync(lived, JSON.stringify(lives.map(({ mutant }) => keyOf(mutant)), null, '\t'))
	print(report(results))
	return results
}

/** Mutants that change nothing anyone could notice, by key, each with the reason. */
function equivalents(root) {
	const file = join(root, 'scripts/mutants/equivalent.json')
	const listed = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
	return new Map(listed.map((one) => [keyOf(one), one.why]))
}
