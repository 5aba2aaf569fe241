/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a copy does without: what tests leave behind, and what is linked instead. */
const LEFT_OUT = ['.git', '.phpunit.cache', '.state', 'build', 'node_modules', 'playwright-report', 'test-results', 'vendor']

/** A copy of a project in its own folder, where anything may be broken; `remove()` deletes it. */
export function copyOf(root) {
	const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
	for (const name of readdirSync(root).filter((one) => !LEFT_OUT.includes(one))) {
		cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true, filter: (path) => !path.endsWith('/.state') })
	}
	for (const name of ['node_modules', 'vendor'].filter((one) => existsSync(join(root, one)))) {
		symlinkSync(join(root, name), join(folder, name))
	}
	const remove = () => rmSync(folder, { recursive: true, force: true })
	process.once('exit', remove)
	return { folder, remove }
}
