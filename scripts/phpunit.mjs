/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run phpunit [-- tests/php/Unit/Shared]: the tests of PHP on SQLite, without the browser. Other arguments are passed to PHPUnit.
import { run } from './lib/project.mjs'
import { ensureBuiltOnce, ensureNode } from './lib/ready.mjs'
import { ensurePhp, FOR_TESTS } from './php.mjs'

try {
	ensureNode()
	ensurePhp(FOR_TESTS)
	await ensureBuiltOnce()
	process.exitCode = await run('phpunit', process.argv.slice(2))
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
}
