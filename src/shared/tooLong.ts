/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { n } from './l10n.ts'
import { countCharacters } from './lib/maxCharacters.ts'

/** By how much a text is too long, empty if it fits: the excess is reported, never cut. */
export function tooLongSentence(text: string, max: number): string {
	const over = countCharacters(text.trim()) - max
	return over > 0
		? n('reseau', '%n character too long. Nothing is cut off: shorten it a little.', '%n characters too long. Nothing is cut off: shorten it a little.', over)
		: ''
}
