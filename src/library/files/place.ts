/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The root folder in an address: its id is different for other accounts. */
const TOP = 'top'

/** The current place in the library, by file ids, which stay when files move: `?folder=12&file=34`. */
export interface Place {
	/** Id of the open folder; null: the root, or the folder of the file. */
	folder: string | null
	/** Id of the selected file. */
	file: string | null
}

type Query = Record<string, unknown>

/** The folder and file in an address; invalid ids are ignored. */
export function placeOf(query: Query): Place {
	return { folder: numberOf(query.folder), file: numberOf(query.file) }
}

/** Whether an address is about folders: the library opens on stories. */
export function isPlace({ folder, file }: Query): boolean {
	return folder !== undefined || file !== undefined
}

/** The address of the root folder. */
export const topOfLibrary = { path: '/library', query: { folder: TOP } } as const

/** The query of a place, keeping the other parameters. */
export function queryOf<Q extends Query>(query: Q, { folder, file }: Place): Omit<Q, 'folder' | 'file'> & { folder?: string, file?: string } {
	const others = Object.fromEntries(Object.entries(query).filter(([key]) => key !== 'folder' && key !== 'file')) as Q
	return { ...others, ...folder === null && file !== null ? {} : { folder: folder ?? TOP }, ...file === null ? {} : { file } }
}

/** The subject of the page: the selected file, else the open folder. */
export function subjectOf(query: Query): { type: 'file', id: string } | null {
	const { folder, file } = placeOf(query)
	const id = file ?? folder
	return id === null ? null : { type: 'file', id }
}

function numberOf(value: unknown): string | null {
	const text = Array.isArray(value) ? value[0] : value
	return typeof text === 'string' && /^\d{1,19}$/.test(text) ? text : null
}
