/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../../..')

/** Text of a file of the project. */
export function read(path: string): string {
	return readFileSync(join(root, path), 'utf8')
}

/** A pattern as in REUSE.toml and .gitignore: `*` within a folder, `**` across folders. */
export function glob(pattern: string): RegExp {
	const source = pattern
		.replace(/[.+^${}()|[\]\\]/g, '\\$&')
		.replace(/\*\*|\*/g, (stars) => stars === '**' ? '.*' : '[^/]*')
	return new RegExp(`^${source}$`)
}

/** What is made and not kept: the lines of .gitignore, a folder or a file wherever it stands. */
const ignored = [
	/(^|\/)\.git$/,
	...read('.gitignore').split('\n').filter(Boolean).map((line) => {
		const path = line.replace(/\/$/, '')
		return glob(path.includes('/') ? path.replace(/^\//, '') : `**${path}`)
	}),
]

/** Every file of the project that is kept, as paths from its root. Works without git too. */
export function projectFiles(folder = ''): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true })
		.map((found) => ({ found, path: folder + found.name }))
		.filter(({ path }) => !ignored.some((pattern) => pattern.test(path)))
		.flatMap(({ found, path }) => found.isDirectory() ? projectFiles(`${path}/`) : [path])
		.sort()
}
