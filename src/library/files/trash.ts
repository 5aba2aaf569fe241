/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry, TrashEntry } from './model.ts'

/**
 * The trash entry of a file that was just deleted: by its id, which personal and Team folder files keep; for a shared
 * file the trash has a copy, found by its original path: the newest one.
 */
export function findInTrash(trash: readonly TrashEntry[], { id, path }: Pick<Entry, 'id' | 'path'>): TrashEntry | null {
	const samePath = trash.filter(({ originalPath }) => `/${originalPath}` === path)
	return trash.find((one) => one.id === id) ?? samePath.reduce<TrashEntry | null>((last, one) => last === null || one.deletedAt >= last.deletedAt ? one : last, null)
}
