/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { withEllipsis } from '../shared/lib/cut.ts'

/** Measures the width of a text in pixels, at a font size. */
export type Measure = (text: string, size: number) => number

/** Font sizes and line heights of names and their descriptions, in pixels. */
export const NAME = 15
export const WORDS = 13
export const NAME_LINE = 20
export const WORDS_LINE = 17

/** Height of some lines one below the other. */
export function textHeight(lines: readonly { size: number }[]): number {
	return lines.reduce((sum, { size }) => sum + (size === NAME ? NAME_LINE : WORDS_LINE), 0)
}

/** A text in as few lines as possible, cut off after the last allowed one. */
export function wrapped(text: string, width: number, most: number, size: number, measure: Measure): string[] {
	const lines: string[] = []
	let line = ''
	const words = text.split(' ')
	for (const [i, word] of words.entries()) {
		const longer = line === '' ? word : `${line} ${word}`
		if (line === '' || measure(longer, size) <= width) {
			line = longer
		} else if (lines.length === most - 1) {
			return [...lines, cutText([line, ...words.slice(i)].join(' '), width, size, measure)]
		} else {
			lines.push(cutText(line, width, size, measure))
			line = word
		}
	}
	return [...lines, cutText(line, width, size, measure)]
}

/** A text, cut off at a width. */
export function cutText(text: string, width: number, size: number, measure: Measure): string {
	if (measure(text, size) <= width) {
		return text
	}
	const cut = (length: number) => withEllipsis(text.slice(0, length))
	// At least one letter stays.
	let [fits, over] = [1, text.length]
	while (over - fits > 1) {
		const middle = Math.floor((fits + over) / 2)
		if (measure(cut(middle), size) <= width) {
			fits = middle
		} else {
			over = middle
		}
	}
	return cut(fits)
}
