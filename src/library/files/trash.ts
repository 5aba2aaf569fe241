/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry, Trashed } from './model.ts'

/**
 * The trash entry of a file that was just deleted: by its id, which own files and those of a Team folder keep; of a shared
 * file the trash has a copy, found by its original path: the newest one from there.
 */
export function trashedOf(lying: readonly Trashed[], { id, path }: Pick<Entry, 'id' | 'path'>): Trashed | null {
	const there = lying.filter(({ from }) => `/${from}` === path)
	return lying.find((one) => one.id === id) ?? there.reduce<Trashed | null>((last, one) => last === null || one.at >= last.at ? one : last, null)
}
