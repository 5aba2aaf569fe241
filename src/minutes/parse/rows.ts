/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Mark } from './bullets.ts'
import type { Line } from './lines.ts'
import type { Lines } from './reading.ts'

import { bullet } from './bullets.ts'
import { isUnfilled } from './cell.ts'
import { withoutEmphasis, withoutMarkup } from './markup.ts'
import { collapseSpaces, hasOpenBracket, isUnfinished, join, MAX_JOINED } from './text.ts'

/** A line, or several that belong together: a point with its continuation, a heading, or a line without a mark. */
export interface Row {
	/** Without its mark and without markup. */
	text: string
	mark: Mark | null
	/** Markdown made it a heading. */
	heading: boolean
	/** It is the first of a page. */
	page: boolean
	/** There are blank lines around it. */
	before: boolean
	after: boolean
	indent: number
	lines: Lines
}

/**
 * Lines as rows, those put together that were one before they were broken.
 *
 * @param lines
 * @param width of the page: longer lines were broken because they had to be
 */
export function rowsOf(lines: readonly Line[], width: number): Row[] {
	const rows: Row[] = []
	// Length of the last physical line of the last row.
	let length = 0
	const capitals = beginsWithCapitals(lines)
	lines.forEach((line, i) => {
		// Nothing, the lines of a table, and what says that there is nothing.
		if (line.text === '' || /^[\s|:-]+$/.test(line.text.includes('|') ? line.text : '') || isUnfilled(line.text)) {
			return
		}
		const row = rowOf(line, lines[i - 1], lines[i + 1])
		const last = rows.at(-1)
		if (last && continues(last, row, length >= width * 0.8, capitals)) {
			last.text = join(last.text, row.text)
			last.lines.to = line.index
			last.after = row.after
		} else {
			rows.push(row)
		}
		length = line.length
	})
	return rows
}

function rowOf(line: Line, before: Line | undefined, after: Line | undefined): Row {
	const { text, heading } = withoutMarkup(line.text.startsWith('|') ? line.text.replace(/^\|\s*|(?:(?<!\s)\s+)?\|$/g, '').replace(/(?:(?<!\s)\s+)?\|\s*/g, ' – ') : line.text)
	const mark = heading ? numberOf(text) : bullet(line.text)
	return {
		text: collapseSpaces(mark ? withoutEmphasis(mark.text) : text),
		mark: heading ? null : mark,
		heading,
		page: line.page,
		before: !before || before.text === '',
		after: !after || after.text === '',
		indent: line.indent,
		lines: { from: line.index, to: line.index },
	}
}

/** The number before a heading of Markdown. */
function numberOf(text: string): Mark | null {
	const mark = bullet(text)
	return mark?.family === 'number' ? mark : null
}

/** Whether most points begin with a capital: then a line that does not continues the one before it. */
function beginsWithCapitals(lines: readonly Line[]): boolean {
	const points = lines.flatMap(({ text }) => bullet(text)?.text.match(/\p{L}/u)?.[0] ?? [])
	return points.filter((letter) => letter !== letter.toLowerCase()).length >= points.length / 2
}

/** Whether a row continues the one before it. */
function continues(last: Row, row: Row, long: boolean, capitals: boolean): boolean {
	if (row.mark || row.heading || last.heading || last.text === '' || last.text.length > MAX_JOINED) {
		return false
	}
	const small = /^[\p{Ll}(,;:»…]/u.test(row.text)
	if (row.before) {
		// A page ended within a sentence.
		return small && (hasOpenBracket(last.text) || isUnfinished(last.text) || ((long || (row.page && capitals)) && !/[.!?:;]$/.test(last.text)))
	}
	if (isUnfinished(last.text)) {
		return true
	}
	if (small) {
		return long || (capitals && /^[^\p{Ll}]/u.test(last.text)) || (!last.mark && /^\p{Lu}/u.test(last.text))
	}
	// A name or a number within a sentence.
	return long && last.mark !== null && !/[.!?:;»]$/.test(last.text) && row.text.length > 3 && !row.after
}
