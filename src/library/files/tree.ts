/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

import { fold } from '../../shared/lib/fold.ts'
import { around, inOrder, isWithin } from './names.ts'

/** The folders of the library. */
export interface Folders {
	root: Entry
	/** Those in a folder, in order, by its path; of one that is not there nothing is known yet. */
	inside: ReadonlyMap<string, readonly Entry[]>
	byId: ReadonlyMap<string, Entry>
}

/** A folder in the tree. */
export interface TreeRow {
	entry: Entry
	/** From 1. */
	level: number
	/** How many siblings there are, including itself, and its position among them, from 1. */
	size: number
	position: number
	/** null: no folder is in it. */
	expanded: boolean | null
}

/**
 * The tree of what is known: `all` are folders below the root, in any order; where they are `complete`, one without others in it
 * has none.
 */
export function foldersOf(root: Entry, all: readonly Entry[], complete: boolean, language: string): Folders {
	const inside = new Map<string, Entry[]>(complete ? [root, ...all].map(({ path }) => [path, []]) : [])
	for (const entry of inOrder(all, language)) {
		const folder = around(entry.path)
		const beside = inside.get(folder)
		// A folder whose parent is hidden from this account has no place.
		if (beside) {
			beside.push(entry)
		} else if (!complete && isWithin(root.path, folder)) {
			inside.set(folder, [entry])
		}
	}
	return {
		root,
		inside,
		byId: new Map([root, ...all].map((entry) => [entry.id, entry])),
	}
}

/** The same with what was found in one of them. */
export function withInside(folders: Folders, path: string, entries: readonly Entry[], language: string): Folders {
	const found = inOrder(entries.filter(({ folder }) => folder), language)
	return {
		...folders,
		inside: new Map(folders.inside).set(path, found),
		byId: new Map([...folders.byId, ...found.map((entry): [string, Entry] => [entry.id, entry])]),
	}
}

/** The rows of the tree, from top to bottom; `open` are the numbers of the folders that are. */
export function rowsOf({ root, inside }: Folders, open: ReadonlySet<string>): TreeRow[] {
	const rows: TreeRow[] = []
	const add = (folder: string, level: number) => {
		const entries = inside.get(folder) ?? []
		entries.forEach((entry, index) => {
			const leaf = inside.get(entry.path)?.length === 0
			const expanded = leaf ? null : open.has(entry.id)
			rows.push({ entry, level, size: entries.length, position: index + 1, expanded })
			if (expanded) {
				add(entry.path, level + 1)
			}
		})
	}
	add(root.path, 1)
	return rows
}

/** Numbers of the folders around one, which have to be open for it to be in sight. */
export function idsAround({ root, inside }: Folders, path: string): string[] {
	const ids: string[] = []
	for (let folder = around(path); folder !== root.path && isWithin(root.path, folder); folder = around(folder)) {
		const entry = inside.get(around(folder))?.find((one) => one.path === folder)
		if (entry) {
			ids.push(entry.id)
		}
	}
	return ids
}

/** What a key does in the tree: a row to go to, folders to open or to close. */
export interface Step {
	to?: string
	open?: readonly string[]
	close?: string
}

/**
 * What a key does, following the ARIA Tree View Pattern; null: nothing.
 *
 * @param rows in display order
 * @param id the focused row
 */
export function step(rows: readonly TreeRow[], id: string, key: string): Step | null {
	const at = rows.findIndex(({ entry }) => entry.id === id)
	const row = rows[at]
	if (!row) {
		return null
	}
	const go = (index: number): Step | null => rows[index] && index !== at ? { to: rows[index].entry.id } : null
	switch (key) {
		case 'ArrowDown':
			return go(at + 1)
		case 'ArrowUp':
			return go(at - 1)
		case 'Home':
			return go(0)
		case 'End':
			return go(rows.length - 1)
		case 'ArrowRight':
			return row.expanded === null ? null : row.expanded ? (rows[at + 1]?.level ?? 0) > row.level ? go(at + 1) : null : { open: [id] }
		case 'ArrowLeft':
			return row.expanded ? { close: id } : go(rows.findLastIndex(({ level }, index) => index < at && level < row.level))
		case '*': {
			const beside = rows.filter(({ entry, expanded }) => expanded === false && around(entry.path) === around(row.entry.path))
			return beside.length > 0 ? { open: beside.map(({ entry }) => entry.id) } : null
		}
		default:
			return null
	}
}

/** The row whose name begins with what was typed, searching from the focused one and wrapping around; a single letter moves to the next. */
export function typed<T extends { entry: Pick<Entry, 'id' | 'name'> }>(rows: readonly T[], id: string, letters: string): string | null {
	const at = Math.max(0, rows.findIndex(({ entry }) => entry.id === id))
	const from = [...letters].length === 1 ? at + 1 : at
	const wanted = fold(letters)
	const found = rows.map((_, index) => rows[(from + index) % rows.length]!).find(({ entry }) => fold(entry.name).startsWith(wanted))
	return found?.entry.id ?? null
}
