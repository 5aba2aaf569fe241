/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readdirSync, readFileSync } from 'node:fs'
import { at } from './project.mjs'

/**
 * A pattern as in REUSE.toml and .gitignore: `*` within a folder, `**` across folders.
 *
 * @param {string} pattern
 */
export function glob(pattern) {
	const source = pattern
		.replace(/[.+^${}()|[\]\\]/g, '\\$&')
		.replace(/\*\*|\*/g, (stars) => stars === '**' ? '.*' : '[^/]*')
	return new RegExp(`^${source}$`)
}

/** Generated files that are not committed: the lines of .gitignore, folders or files at any depth. */
const ignored = [
	/(^|\/)\.git$/,
	...readFileSync(at('.gitignore'), 'utf8').split('\n').filter(Boolean).map((line) => {
		const path = line.replace(/\/$/, '')
		return glob(path.includes('/') ? path.replace(/^\//, '') : `**${path}`)
	}),
]

/**
 * Every file of the project that is kept, as paths from its root. Works without git too.
 *
 * @return {string[]}
 */
export function projectFiles(folder = '') {
	return readdirSync(at(folder), { withFileTypes: true })
		.map((found) => ({ found, path: folder + found.name }))
		.filter(({ path }) => !ignored.some((pattern) => pattern.test(path)))
		.flatMap(({ found, path }) => found.isDirectory() ? projectFiles(`${path}/`) : [path])
		.sort()
}
