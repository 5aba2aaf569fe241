/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm test: all set-up, then everything there is to check, the quick things first. Ends with “N passed, N failed”.
import { mkdirSync, rmSync } from 'node:fs'
import { at, run } from './lib/project.mjs'
import { counters, outcome, read } from './lib/results.mjs'
import { setUp } from './lib/setup.mjs'

try {
	await setUp()
} catch (error) {
	console.error(`${error.message}\n\n0 passed, 1 failed`)
	process.exit(1)
}

const bin = (path) => [process.execPath, at('node_modules', path)]
const dots = (file) => ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]

/** In order; one that counts tests names the file its runner writes, one that needs the app names the step that makes it. */
const steps = [
	{ name: 'types', command: [...bin('vue-tsc/bin/vue-tsc.js'), '--noEmit'] },
	{ name: 'lint', command: [...bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
	{ name: 'build', command: [process.execPath, 'scripts/build.mjs'] },
	{
		name: 'vitest',
		command: [...bin('vitest/vitest.mjs'), 'run', ...dots('build/vitest.json')],
		file: 'build/vitest.json',
		count: counters.vitest,
	},
	{
		name: 'phpunit',
		command: ['phpunit', '--no-progress', '--log-junit', 'build/phpunit.xml'],
		file: 'build/phpunit.xml',
		count: counters.junit,
	},
	{
		name: 'databases',
		command: [process.execPath, 'scripts/databases.mjs'],
		file: 'build/databases.json',
		count: counters.databases,
	},
	{
		name: 'contract',
		needs: 'build',
		command: [process.execPath, 'scripts/contract.mjs', ...dots('build/contract.json')],
		file: 'build/contract.json',
		count: counters.vitest,
	},
	{ name: 'recall', needs: 'build', command: [process.execPath, 'scripts/bench.mjs', '--ci'] },
	{
		name: 'browser',
		needs: 'build',
		command: [process.execPath, 'scripts/e2e.mjs'],
		file: 'build/e2e.json',
		count: counters.playwright,
	},
]

mkdirSync(at('build'), { recursive: true })
const done = new Map()
for (const { name, needs, command: [program, ...args], file, count } of steps) {
	console.log(`\n— ${name} —`)
	const start = Date.now()
	let result = { passed: 0, failed: 1 }
	if (!needs || done.get(needs).failed === 0) {
		if (file) {
			rmSync(at(file), { force: true })
		}
		const code = await run(program, args)
		result = count
			? outcome(code, read(at(file), count))
			: { passed: 0, failed: code === 0 ? 0 : 1 }
	} else {
		console.log(`not run: ${needs} failed`)
	}
	done.set(name, { ...result, seconds: Math.round((Date.now() - start) / 1000) })
}

console.log()
for (const [name, { passed, failed, seconds }] of done) {
	console.log(`${failed ? '✗' : '✓'} ${name.padEnd(9)} ${String(seconds).padStart(4)} s${passed + failed > 0 ? `   ${passed} passed, ${failed} failed` : ''}`)
}
const sum = (key) => [...done.values()].reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
