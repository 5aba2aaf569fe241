/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * A text of at most `max` characters (as a reader counts them): cut behind a word where one ends in its last third, with an ellipsis.
 */
export function cut(text: string, max: number): string {
	const characters = [...text]
	if (characters.length <= max) {
		return text
	}
	const kept = characters.slice(0, max - 1).join('')
	// The word under the cut goes as a whole, unless it began with the text.
	const whole = /\s/.test(characters[max - 1]!) ? kept : kept.replace(/(?<!\s)\s+\S*$/, '')
	const short = [...whole].length >= (max * 2) / 3 ? whole : kept
	return `${short.replace(/(?<![\s,;:.–—-])[\s,;:.–—-]+$/, '')}…`
}
