/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry, Trashed } from './model.ts'

/**
 * What lies in the trash of a file that was just thrown away: by its number, which a file of one's own or of a Team folder keeps; of one
 * that somebody shared, the trash has a copy, which is known by where it was and is the newest from there.
 */
export function trashedOf(lying: readonly Trashed[], { id, path }: Pick<Entry, 'id' | 'path'>): Trashed | null {
	const there = lying.filter(({ from }) => `/${from}` === path)
	return lying.find((one) => one.id === id) ?? there.reduce<Trashed | null>((last, one) => last === null || one.at >= last.at ? one : last, null)
}
