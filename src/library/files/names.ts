/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

import { MAX_NAME } from '../../shared/lib/plainName.ts'

/** Problems of a name on every Nextcloud; a server may refuse more names. */
export type NameProblem = 'missing' | 'too_long' | 'slash' | 'kept'

/** The problem of a name, null if none is known here. */
export function nameProblem(name: string): NameProblem | null {
	const trimmed = name.trim()
	if (trimmed === '') {
		return 'missing'
	}
	if (/[/\\]/.test(trimmed)) {
		return 'slash'
	}
	if (['.', '..', '.htaccess'].includes(trimmed.toLowerCase()) || /\.(part|filepart)$/i.test(trimmed)) {
		return 'kept'
	}
	return new TextEncoder().encode(trimmed).length > MAX_NAME ? 'too_long' : null
}

/** The path of an entry in a folder. */
export function joinPath(folder: string, name: string): string {
	return `${folder === '/' ? '' : folder}/${name}`
}

/** The parent folder of a path; `/` for the root. */
export function parentPath(path: string): string {
	return path.slice(0, path.lastIndexOf('/')) || '/'
}

/** The last part of a path. */
export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1)
}

/** Whether a path is a folder or below it. */
export function isWithin(folder: string, path: string): boolean {
	return `${path}/`.startsWith(folder === '/' ? '/' : `${folder}/`)
}

/** The paths from a folder down to a descendant, including both; empty if it is not a descendant. */
export function pathsBetween(root: string, path: string): string[] {
	if (!isWithin(root, path)) {
		return []
	}
	const paths = [path]
	while (paths[0] !== root) {
		paths.unshift(parentPath(paths[0]!))
	}
	return paths
}

/** A name without its extension, and the extension with its dot. */
export function splitExtension(name: string): [string, string] {
	const dot = name.lastIndexOf('.')
	return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

/** The name, with a number if it is taken: `Budget (2).csv`. */
export function freeName(name: string, taken: Iterable<string>): string {
	// Some storages are case-insensitive.
	const known = new Set([...taken].map((one) => one.toLowerCase()))
	const [head, ending] = splitExtension(name)
	let free = name
	for (let number = 2; known.has(free.toLowerCase()); number++) {
		free = `${head} (${number})${ending}`
	}
	return free
}

/** Cached, because creating one takes as long as sorting a hundred names. */
const collators = new Map<string, Intl.Collator>()

function collatorOf(language: string): Intl.Collator {
	const known = collators.get(language) ?? new Intl.Collator(language, { numeric: true })
	collators.set(language, known)
	return known
}

/** Sorts folders first, then by name in the order of the language, numbers by value. */
export function sortEntries<T extends Pick<Entry, 'name' | 'folder'>>(entries: readonly T[], language: string): T[] {
	const { compare } = collatorOf(language)
	return [...entries].sort((a, b) => Number(b.folder) - Number(a.folder) || compare(a.name, b.name))
}
