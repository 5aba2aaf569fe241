/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// npm run check:ocp -- DIR…: each DIR is a checkout of Nextcloud's public API, the oldest version first.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { at, run } from './lib/project.mjs'
import { ensurePhp, FOR_TESTS } from './php.mjs'

const folders = process.argv.slice(2)
const wrong = folders.find((folder) => !existsSync(join(folder, 'OCP')))
if (folders.length === 0 || wrong) {
	console.error(wrong ? `${wrong} holds no folder OCP` : 'Say where checkouts of Nextcloud’s public API are, the oldest version first.')
	process.exit(2)
}
try {
	ensurePhp(FOR_TESTS)
	process.exitCode = await run('php', [at('scripts/check-ocp.php'), ...folders])
} catch (error) {
	console.error(error.message)
	process.exitCode = 1
}
