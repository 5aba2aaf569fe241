/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output } from '../lib/project.mjs'
import { copyOf } from './copy.mjs'
import { limited } from './limited.mjs'

/** Where PHP's own tests stand, and how long all of them may take, in seconds. */
const TESTS = 'tests/php'
const ALL = 3600

const files = (root, folder) => readdirSync(join(root, folder), { recursive: true }).filter((path) => path.endsWith('.php')).map((path) => `${folder}/${path}`).sort()
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')

/**
 * Which methods of lib/ each PHPUnit test reaches, and how many seconds it takes: by `Class::test`. What is known of it is kept in
 * build/mutants/reached.json; tests whose file changed are run again, all with `fresh`.
 *
 * @return {Promise<Map<string, { file: string, source: string, seconds: number, reached: Set<string> }>>}
 */
export async function reachedBy(root, { fresh = false, print = () => {} } = {}) {
	const kept = join(root, 'build/mutants/reached.json')
	const known = !fresh && existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
	const tests = files(root, TESTS).filter((path) => path.endsWith('Test.php'))
	const now = Object.fromEntries(tests.map((path) => [path, hashOf(join(root, path))]))
	const changed = tests.filter((path) => known[path]?.hash !== now[path])
	if (changed.length > 0) {
		print(`Looking which methods the tests of ${changed.length} files reach`)
		const found = await look(root, changed)
		for (const path of changed) {
			known[path] = { hash: now[path], tests: {} }
		}
		for (const [name, test] of Object.entries(found)) {
			const path = changed.find((file) => file.endsWith(`/${name.split('::')[0].split('\\').at(-1)}.php`) && sameFolder(file, name))
			if (path) {
				known[path].tests[name] = test
			}
		}
		mkdirSync(join(root, 'build/mutants'), { recursive: true })
		writeFileSync(kept, JSON.stringify(known))
	}
	return new Map(tests.flatMap((file) => {
		const source = readFileSync(join(root, file), 'utf8')
		return Object.entries(known[file].tests).map(([name, { seconds, reached }]) => [name, { file, source, seconds, reached: new Set(reached) }])
	}))
}

/** Names of folders of tests are the last words of their namespaces. */
function sameFolder(file, name) {
	return file.split('/').slice(2, -1).join('\\') === name.split('::')[0].split('\\').slice(3, -1).join('\\')
}

async function look(root, tests) {
	const { folder, remove } = copyOf(root)
	const answer = join(folder, 'reached.json')
	try {
		output('php', [join(import.meta.dirname, 'mutants.php'), '--reached'], { cwd: folder, input: files(folder, 'lib').join('\n') })
		// A bootstrap of its own, for PHPUnit wants its extensions loaded.
		writeFileSync(join(folder, 'reached.php'), `<?php require '${join(import.meta.dirname, 'Reached.php')}'; require __DIR__ . '/tests/php/bootstrap.php';`)
		const { code, text } = await limited(folder, [
			'phpunit', '--no-progress', '--do-not-cache-result', '--bootstrap', 'reached.php', '--extension', 'OCA\\Reseau\\Scripts\\Mutants\\Reached', ...tests,
		], ALL, { RESEAU_REACHED: answer })
		// A test that fails by itself would kill every mutant.
		if (code !== 0) {
			throw new Error(`PHPUnit fails as it is:\n${text}`)
		}
		return JSON.parse(readFileSync(answer, 'utf8'))
	} finally {
		remove()
	}
}
