/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run phpunit [-- tests/php/Unit/Shared]: the tests of PHP on SQLite, without the browser. Other arguments are passed to PHPUnit.
import { run } from './lib/project.mjs'
import { ensurePhpTexts } from './lib/ready.mjs'
import { ensurePhp, FOR_TESTS } from './php.mjs'

try {
	ensurePhp(FOR_TESTS)
	ensurePhpTexts()
	process.exitCode = await run('phpunit', process.argv.slice(2))
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
}
