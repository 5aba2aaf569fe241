/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Seconds of tests after which a run is over and the next begins: most mutants are killed by the nearest tests. */
const RUNS = [10, 60, Infinity]

/** What finds most comes first. */
const FIRST = ['tests/php/Endpoints/AnswersTest.php', 'tests/php/Integration/ShownTest.php']

/** A test that takes this number of seconds and is named after another domain is left out. */
const HEAVY = 20
const DOMAINS = ['Group', 'Library', 'Link', 'Map', 'Search']

/**
 * The runs of PHPUnit for a mutant of PHP, nearest tests first: those that reach its method, or if it is outside of methods, those that
 * reach any method of its file or name its class, whose constants they may read.
 *
 * @param {{ path: string, within?: string }} mutant
 * @param {Map<string, { file: string, source: string, seconds: number, reached: Set<string> }>} reached
 * @return {{ command: string[], seconds: number }[]} seconds: how long they take where nothing is broken
 */
export function phpRuns({ path, within }, reached) {
	const name = new RegExp(`\\b${path.split('/').at(-1).replace('.php', '')}::`)
	const concerns = within
		? (test) => test.reached.has(`${path}::${within}`)
		: (test) => name.test(test.source) || [...test.reached].some((one) => one.startsWith(`${path}::`))
	const domain = path.split('/')[1]
	const elsewhere = ({ file }) => FIRST.includes(file) ? -1 : file.startsWith(`tests/php/${domain}/`) ? 0 : 1
	const others = DOMAINS.filter((one) => one !== domain)
	const waiting = [...reached]
		.map(([test, of]) => ({ name: test, ...of }))
		.filter(concerns)
		.filter(({ file, seconds }) => seconds < HEAVY || !others.some((one) => file.split('/').at(-1).startsWith(one)))
		.sort((a, b) => elsewhere(a) - elsewhere(b) || a.seconds - b.seconds)
	return RUNS.map((most) => {
		let sum = 0
		// At least one, however long it takes.
		const taken = waiting.findIndex(({ seconds }, place) => (sum += seconds) > most && place > 0)
		return waiting.splice(0, taken === -1 ? waiting.length : taken)
	}).filter((tests) => tests.length > 0).map((tests) => ({
		command: [
			'phpunit', '--no-progress', '--do-not-cache-result', '--stop-on-defect', '--filter', filter(tests),
			...new Set(tests.map(({ file }) => file)),
		],
		seconds: tests.reduce((total, { seconds }) => total + seconds, 0),
	}))
}

/** A PHPUnit filter for just these tests, with all data sets. */
function filter(tests) {
	return `/\\\\(${tests.map(({ name }) => name.split('\\').at(-1)).join('|')})( with data set .*)?$/s`
}

/** Milliseconds that a test of vitest has: a machine that is busy must kill nothing. */
const PATIENT = '--testTimeout=600000'

/** What vite made of a file is kept: most of a run is making it again. */
const KEPT = '--experimental.fsModuleCache'

const vitest = (...words) => [process.execPath, 'node_modules/vitest/vitest.mjs', ...words, '--run', '--bail=1', '--passWithNoTests', '--reporter=dot', '--project=!house', KEPT, PATIENT]

/**
 * The runs of vitest for a mutant of TypeScript or Vue: the tests next to its file and those of its domain's pages, then all that import it,
 * directly or not.
 *
 * @param {{ path: string }} mutant
 * @param {(path: string) => boolean} isThere
 */
export function scriptRuns({ path }, isThere) {
	const beside = path.replace(/([^/])([^/]*)\.\w+$/, (_, first, rest) => `${first.toLowerCase()}${rest}.spec.ts`)
	const nearest = [beside, `src/app/testing/${path.split('/')[1]}.spec.ts`].filter(isThere)
	return [...nearest.length > 0 ? [{ command: vitest(...nearest), seconds: 60 }] : [], { command: vitest('related', path), seconds: 120 }]
}

/** All endpoints and gateways at a running sandbox, for what outlived the rest. */
export const CONTRACT = { command: [process.execPath, 'scripts/contract.mjs', '--bail=1', '--reporter=dot', PATIENT], seconds: 90 }

/** The one test, or file of tests, that failed in a run, by what the run printed; null where it names none. */
export function failedOne(command, text) {
	if (command[0] !== 'phpunit') {
		const [, file] = text.match(/FAIL\s+(?:\|\w+\|\s+)?(\S+\.spec\.ts)/) ?? []
		return file ? command === CONTRACT.command ? [...command, file] : vitest(file) : null
	}
	const [, name, method] = text.match(/^1\) (?:[\w\\]+\\)?(\w+)::(\w+)/m) ?? []
	const file = command.find((one) => one.endsWith(`/${name}.php`))
	return file ? ['phpunit', '--no-progress', '--do-not-cache-result', '--filter', filter([{ name: `${name}::${method}` }]), file] : null
}
