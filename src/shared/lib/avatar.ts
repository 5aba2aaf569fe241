/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The 18 name colours of Nextcloud: six steps each from purple to yellow, to blue and back. */
export const NAME_COLOURS = [
	'#b6469d', '#bc5c91', '#c37285', '#c98879', '#d09e6d', '#d6b461',
	'#ddcb55', '#b8be68', '#93b27b', '#6ea68f', '#499aa2', '#248eb5',
	'#0082c9', '#1e78c1', '#3c6eba', '#5b64b3', '#795aab', '#9750a4',
] as const

/** The colour of a person, equal on every page and device. */
export function nameColour(seed: string): string {
	let hash = 0
	for (const letter of seed.normalize('NFC').toLowerCase()) {
		hash = (hash * 31 + letter.codePointAt(0)!) >>> 0
	}
	return NAME_COLOURS[hash % NAME_COLOURS.length]!
}

/** Two letters at most: of the first and the last word of a name. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/).map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '').filter(Boolean)
	const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
	return (first + last).toUpperCase() || '?'
}
