/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What the action was pressed for and the tab has not done yet. */
let wanted: string | null = null
let tell: ((file: string) => void) | null = null

/** Somebody wants to link a file: the tab, if it is there, begins; if not, once it is. */
export function wantLinking(file: string): void {
	wanted = file
	tell?.(file)
}

/** Whether the linking of a file is still to begin; asked once. */
export function takeWanted(file: string): boolean {
	const is = wanted === file
	wanted = is ? null : wanted
	return is
}

/** What hears of it from now on; null: nobody. */
export function onWanted(listener: ((file: string) => void) | null): void {
	tell = listener
}
