/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

/** Longest name Nextcloud takes, in bytes of UTF-8. */
export const MAX_NAME = 250

/** What is wrong with a name, as far as every Nextcloud refuses it; others it may refuse itself. */
export type NameProblem = 'missing' | 'too_long' | 'slash' | 'kept'

/** Why a name cannot be one; null: it can, as far as is known here. */
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

/** The path of something in a folder. */
export function pathIn(folder: string, name: string): string {
	return `${folder === '/' ? '' : folder}/${name}`
}

/** The folder around a path; of the outermost one, `/`. */
export function around(path: string): string {
	return path.slice(0, path.lastIndexOf('/')) || '/'
}

/** The last part of a path. */
export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1)
}

/** Whether a path is a folder's own or below it. */
export function isWithin(folder: string, path: string): boolean {
	return `${path}/`.startsWith(folder === '/' ? '/' : `${folder}/`)
}

/** The paths from a folder down to one below it, including both; none if it is not below. */
export function pathsDown(root: string, path: string): string[] {
	if (!isWithin(root, path)) {
		return []
	}
	const paths = [path]
	while (paths[0] !== root) {
		paths.unshift(around(paths[0]!))
	}
	return paths
}

/** A name in two: what comes before its ending, and the ending with its dot. */
export function parts(name: string): [string, string] {
	const dot = name.lastIndexOf('.')
	return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

/** The name as it is, or with a number behind it where others have it: `Budget (2).csv`. */
export function freeName(name: string, taken: Iterable<string>): string {
	// Some storages take a name in other letter cases for the same.
	const known = new Set([...taken].map((one) => one.toLowerCase()))
	const [head, ending] = parts(name)
	let free = name
	for (let number = 2; known.has(free.toLowerCase()); number++) {
		free = `${head} (${number})${ending}`
	}
	return free
}

/** To make one takes as long as to sort a hundred names. */
const collators = new Map<string, Intl.Collator>()

function collatorOf(language: string): Intl.Collator {
	const known = collators.get(language) ?? new Intl.Collator(language, { numeric: true })
	collators.set(language, known)
	return known
}

/** Folders first, then by name as the language has it, numbers by their value. */
export function inOrder<T extends Pick<Entry, 'name' | 'folder'>>(entries: readonly T[], language: string): T[] {
	const { compare } = collatorOf(language)
	return [...entries].sort((a, b) => Number(b.folder) - Number(a.folder) || compare(a.name, b.name))
}
