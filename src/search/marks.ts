/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A text with found words, and the position of each (first character, length). */
export interface Marked {
	text: string
	marks: readonly (readonly [number, number])[]
}

/** A text split at the search words: alternately without and with them. */
export function splitAtMarks({ text, marks }: Marked): string[] {
	const characters = [...text]
	const pieces: string[] = []
	let end = 0
	for (const [start, length] of marks) {
		pieces.push(characters.slice(end, start).join(''), characters.slice(start, start + length).join(''))
		end = start + length
	}
	return [...pieces, characters.slice(end).join('')]
}
