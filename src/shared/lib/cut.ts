/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * A text of at most `most` characters (as a reader counts them): cut after a word if one ends in its last third, with an ellipsis.
 */
export function cut(text: string, most: number): string {
	const characters = [...text]
	if (characters.length <= most) {
		return text
	}
	const kept = characters.slice(0, most - 1).join('')
	// The word at the cut is removed as a whole, unless it began with the text.
	const whole = /\s/.test(characters[most - 1]!) ? kept : kept.replace(/(?<!\s)\s+\S*$/, '')
	return withEllipsis([...whole].length >= (most * 2) / 3 ? whole : kept)
}

/** The beginning of a text without trailing connecting words or punctuation: an ellipsis follows. */
export function withEllipsis(beginning: string): string {
	return `${beginning.replace(/(?<![\s,;:.…·•–—([{«“„-])[\s,;:.…·•–—([{«“„-]+$/, '')}…`
}
