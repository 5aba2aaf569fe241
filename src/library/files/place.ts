/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The outermost folder in an address: it has no number there, which would be another one elsewhere. */
const TOP = 'top'

/** The current place in the library, by file ids, which stay when files move: `?folder=12&file=34`. */
export interface Place {
	/** Number of the open folder; null: the outermost one, or the one the file is in. */
	folder: string | null
	/** Number of the file that is chosen. */
	file: string | null
}

type Query = Record<string, unknown>

/** What an address asks for; what is no number is not asked for. */
export function placeOf(query: Query): Place {
	return { folder: numberOf(query.folder), file: numberOf(query.file) }
}

/** Whether an address asks for folders: the library opens on stories. */
export function isPlace({ folder, file }: Query): boolean {
	return folder !== undefined || file !== undefined
}

/** The address of the outermost folder. */
export const topOfLibrary = { path: '/library', query: { folder: TOP } } as const

/** The query of a place, keeping the other parameters. */
export function queryOf<Q extends Query>(query: Q, { folder, file }: Place): Omit<Q, 'folder' | 'file'> & { folder?: string, file?: string } {
	const others = Object.fromEntries(Object.entries(query).filter(([key]) => key !== 'folder' && key !== 'file')) as Q
	return { ...others, ...folder === null && file !== null ? {} : { folder: folder ?? TOP }, ...file === null ? {} : { file } }
}

/** What the page is about: the chosen file, else the open folder. */
export function subjectOf(query: Query): { type: 'file', id: string } | null {
	const { folder, file } = placeOf(query)
	const id = file ?? folder
	return id === null ? null : { type: 'file', id }
}

function numberOf(value: unknown): string | null {
	const text = Array.isArray(value) ? value[0] : value
	return typeof text === 'string' && /^\d{1,19}$/.test(text) ? text : null
}
