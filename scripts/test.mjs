/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm test: all set-up, then everything there is to check, side by side where there are cores for it. Ends with “N passed, N failed”.
// With CI=true nothing may be missing: no database server, no translation.
import { mkdirSync, rmSync } from 'node:fs'
import { at, runQuietly } from './lib/project.mjs'
import { counters, outcome, read } from './lib/results.mjs'
import { runAll } from './lib/schedule.mjs'
import { setUp } from './lib/setup.mjs'

let without
try {
	without = await setUp()
} catch (error) {
	console.error(`${error.message}\n\n0 passed, 1 failed`)
	process.exit(1)
}

/** Lines of a failed step that are printed again at the end, where a long log is read first. */
const AGAIN = 60

const bin = (path) => [process.execPath, at('node_modules', path)]
const dots = (file) => ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]

/**
 * In order, as many side by side as there are cores for, so the long ones come before the short ones: `cores` are those a step keeps busy, one
 * by default. A step that counts tests names the file its runner writes; a step that needs the result of another names it.
 */
const steps = [
	{ name: 'build', command: [process.execPath, 'scripts/build.mjs'] },
	{ name: 'types', command: [...bin('vue-tsc/bin/vue-tsc.js'), '--noEmit'] },
	{
		name: 'vitest',
		needs: 'build',
		command: [...bin('vitest/vitest.mjs'), 'run', ...dots('build/vitest.json')],
		file: 'build/vitest.json',
		count: counters.vitest,
	},
	{
		name: 'phpunit',
		needs: 'build',
		command: ['phpunit', '--no-progress', '--log-junit', 'build/phpunit.xml'],
		file: 'build/phpunit.xml',
		count: counters.junit,
	},
	...['postgresql', 'mariadb'].map((name) => ({
		name,
		needs: 'build',
		command: [process.execPath, 'scripts/databases.mjs', name],
		file: `build/${name}.xml`,
		count: counters.junit,
	})),
	{
		name: 'contract',
		needs: 'build',
		command: [process.execPath, 'scripts/contract.mjs', ...dots('build/contract.json')],
		file: 'build/contract.json',
		count: counters.vitest,
	},
	{ name: 'lint', command: [...bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
	{ name: 'package', needs: 'build', command: [process.execPath, 'scripts/package.mjs', '--working-tree', '--check'] },
	{ name: 'clone', command: [process.execPath, 'scripts/clone.mjs'] },
	{ name: 'recall', needs: 'build', command: [process.execPath, 'scripts/bench.mjs', '--ci'] },
	{
		name: 'browser',
		needs: 'build',
		cores: 2,
		command: [process.execPath, 'scripts/e2e.mjs'],
		file: 'build/e2e.json',
		count: counters.playwright,
	},
]

mkdirSync(at('build'), { recursive: true })
const able = steps.filter(({ name }) => !Object.hasOwn(without, name))
const done = await runAll(able, perform)

for (const [name, { failed, text = '' }] of done) {
	if (failed > 0) {
		console.log(`\n— ${name} failed; its last lines —\n${text.trim().split('\n').slice(-AGAIN).join('\n')}`)
	}
}
console.log()
for (const [name, reason] of Object.entries(without)) {
	console.log(`– ${name} not run here, only on CI. ${reason}\n`)
}
for (const { name } of able) {
	const { passed, failed, seconds } = done.get(name)
	console.log(`${failed ? '✗' : '✓'} ${name.padEnd(10)} ${String(seconds).padStart(4)} s${passed + failed > 0 ? `   ${passed} passed, ${failed} failed` : ''}`)
}
const sum = (key) => [...done.values()].reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0

/** Runs a step and prints what it had to say once it has ended, so that those side by side do not mix. */
async function perform({ name, needs, command: [program, ...args], file, count }, done) {
	if (needs && done.get(needs).failed > 0) {
		console.log(`\n— ${name} —\nnot run: ${needs} failed`)
		return { passed: 0, failed: 1, seconds: 0 }
	}
	if (file) {
		rmSync(at(file), { force: true })
	}
	const start = Date.now()
	const { code, text } = await runQuietly(program, args)
	const seconds = Math.round((Date.now() - start) / 1000)
	console.log(`\n— ${name} —\n${text.trim()}`)
	const result = count ? outcome(code, read(at(file), count)) : { passed: 0, failed: code === 0 ? 0 : 1 }
	return { ...result, seconds, text }
}
