/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

import { fold } from '../../shared/lib/fold.ts'
import { isWithin, parentPath, sortEntries } from './names.ts'

/** The folders of the library. */
export interface FolderTree {
	root: Entry
	/** The sorted child folders by path; a missing key is a folder that is not loaded yet. */
	inside: ReadonlyMap<string, readonly Entry[]>
	byId: ReadonlyMap<string, Entry>
}

/** A folder in the tree. */
export interface TreeRow {
	entry: Entry
	/** From 1. */
	level: number
	/** The number of siblings, including itself, and its position among them, from 1. */
	size: number
	position: number
	/** null: it has no subfolders. */
	expanded: boolean | null
}

/**
 * Builds the tree from the folders below the root, in any order. If they are `complete`, a folder without children is a leaf; otherwise its
 * children are not loaded yet.
 */
export function buildTree(root: Entry, all: readonly Entry[], complete: boolean, language: string): FolderTree {
	const inside = new Map<string, Entry[]>(complete ? [root, ...all].map(({ path }) => [path, []]) : [])
	for (const entry of sortEntries(all, language)) {
		const folder = parentPath(entry.path)
		const siblings = inside.get(folder)
		// A folder whose parent is hidden from this account has no place.
		if (siblings) {
			siblings.push(entry)
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

/** Adds the loaded children of a folder. */
export function withChildren(folders: FolderTree, path: string, entries: readonly Entry[], language: string): FolderTree {
	const found = sortEntries(entries.filter(({ folder }) => folder), language)
	return {
		...folders,
		inside: new Map(folders.inside).set(path, found),
		byId: new Map([...folders.byId, ...found.map((entry): [string, Entry] => [entry.id, entry])]),
	}
}

/** The visible rows of the tree, from top to bottom; `open` are the ids of the expanded folders. */
export function visibleRows({ root, inside }: FolderTree, open: ReadonlySet<string>): TreeRow[] {
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

/** Ids of the ancestors of a folder, which must be expanded to show it. */
export function ancestorIds({ root, inside }: FolderTree, path: string): string[] {
	const ids: string[] = []
	for (let folder = parentPath(path); folder !== root.path && isWithin(root.path, folder); folder = parentPath(folder)) {
		const entry = inside.get(parentPath(folder))?.find((one) => one.path === folder)
		if (entry) {
			ids.push(entry.id)
		}
	}
	return ids
}

/** What a key does in the tree: focus a row, expand or collapse folders. */
export interface KeyAction {
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
export function keyAction(rows: readonly TreeRow[], id: string, key: string): KeyAction | null {
	const at = rows.findIndex(({ entry }) => entry.id === id)
	const row = rows[at]
	if (!row) {
		return null
	}
	const go = (index: number): KeyAction | null => rows[index] && index !== at ? { to: rows[index].entry.id } : null
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
			const collapsed = rows.filter(({ entry, expanded }) => expanded === false && parentPath(entry.path) === parentPath(row.entry.path))
			return collapsed.length > 0 ? { open: collapsed.map(({ entry }) => entry.id) } : null
		}
		default:
			return null
	}
}

/** The row whose name begins with what was typed, searching from the focused one and wrapping around; a single letter moves to the next. */
export function typeAhead<T extends { entry: Pick<Entry, 'id' | 'name'> }>(rows: readonly T[], id: string, letters: string): string | null {
	const at = Math.max(0, rows.findIndex(({ entry }) => entry.id === id))
	const from = [...letters].length === 1 ? at + 1 : at
	const wanted = fold(letters)
	const found = rows.map((_, index) => rows[(from + index) % rows.length]!).find(({ entry }) => fold(entry.name).startsWith(wanted))
	return found?.entry.id ?? null
}
