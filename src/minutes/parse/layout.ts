/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Mark } from './bullets.ts'
import type { Line } from './lines.ts'

import { fold } from '../../shared/lib/fold.ts'
import { findAddresses } from './address.ts'
import { bullet } from './bullets.ts'
import { HEADING_WORDS, ROSTER_WORDS } from './lexicon.ts'
import { mandateHeading } from './mandateHeadings.ts'
import { withoutEmphasis, withoutMarkup } from './markup.ts'
import { findPhones } from './phone.ts'
import { isDrawn, pieces } from './sideBySide.ts'
import { collapseSpaces } from './text.ts'

/** The position of a piece in a table. */
export interface Place {
	row: number
	column: number
	columns: number
	/** One of the headings of the table. */
	head: boolean
}

/** A unit gets one label: a line, or a part of a cell. */
export interface Unit {
	line: Line
	/** Without mark and markup. */
	text: string
	mark: Mark | null
	/** Formatted as a heading: by signs, or in bold. */
	heading: boolean
	/** Blank lines, or the edge of the text, around it. */
	before: boolean
	after: boolean
	place: Place | null
}

/**
 * The units of a text: line by line, tables cell by cell in reading order.
 *
 * @param lines lines of the text
 * @param whole indexes of rows that are one unit
 */
export function unitsOf(lines: readonly Line[], whole: ReadonlySet<number> = new Set()): Unit[] {
	const units: Unit[] = []
	for (let i = 0; i < lines.length;) {
		const to = tableEnd(lines, i)
		if (to > i) {
			for (const unit of tableUnits(lines.slice(i, to), whole)) {
				units.push(unit)
			}
			i = to
		} else {
			const line = lines[i]!
			if (line.text !== '') {
				units.push(unitOf(line, line.text, lines[i - 1], lines[i + 1], null))
			}
			i++
		}
	}
	return units
}

function unitOf(line: Line, own: string, before: Line | undefined, after: Line | undefined, place: Place | null): Unit {
	const { text, heading } = withoutMarkup(own)
	const found = bullet(heading ? text : own)
	const mark = heading && found?.family !== 'number' ? null : found
	return {
		line,
		text: collapseSpaces(mark ? withoutMarkup(mark.text).text : text),
		mark,
		heading: heading || (mark !== null && withoutMarkup(mark.text).heading),
		before: !before || before.text === '' || (place !== null && place.row === 0 && place.column === 0),
		after: !after || after.text === '',
		place,
	}
}

/** The end of the table rows that begin here; the same place if there are none. */
function tableEnd(lines: readonly Line[], from: number): number {
	let i = from
	while (i < lines.length && isBarred(lines[i]!.text)) {
		i++
	}
	return i
}

function isBarred(text: string): boolean {
	return text.startsWith('|') ? text.length > 1 && text.indexOf('|', 1) > 0 : isDrawn(text)
}

function cellsOf({ text }: Line): string[] {
	return text.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim())
}

function tableUnits(lines: readonly Line[], whole: ReadonlySet<number>): Unit[] {
	const rows = lines.filter(({ text }) => !isDrawn(text)).map((line) => ({ line, cells: cellsOf(line) }))
	// Each row of a list of people is a person.
	const people = rows.filter(({ line }) => isContact(line.text))
	if (people.length > 0 && people.length >= (rows.length - 1) / 2 && people.every(({ line }) => !line.text.includes('<br>'))) {
		return rows.map(({ line }, row) => rowUnit(line, row))
	}
	const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
	const across = headsAreFirstRow(rows.map(({ cells }) => cells), columns)
	const cells = rows.flatMap(({ line, cells: own }, row): { line: Line, text: string | null, row: number, column: number }[] => whole.has(line.index) ? [{ line, text: null, row, column: 0 }] : own.map((text, column) => ({ line, text, row, column })))
	if (across) {
		cells.sort((one, other) => one.column - other.column || one.row - other.row)
	}
	return cells.flatMap(({ line, text, row, column }) => text === null
		? [rowUnit(line, row)]
		: text.split(/<br\s*\/?>/i).flatMap((part) => part.trim() === ''
				? []
				: [unitOf(line, part.trim(), undefined, undefined, { row, column, columns, head: across ? row === 0 : column === 0 })]))
}

/** A row that is one unit. */
function rowUnit(line: Line, row: number): Unit {
	return { ...unitOf(line, line.text, undefined, undefined, { row, column: 0, columns: 1, head: row === 0 && !isContact(line.text) }), text: line.text, mark: null }
}

/** Whether there is an address or a phone number. */
export function isContact(text: string): boolean {
	return findAddresses(text).length > 0 || findPhones(text).length > 0
}

/** Whether the first row has the headings, rather than the first column. */
function headsAreFirstRow(rows: readonly string[][], columns: number): boolean {
	const heads = (cells: readonly string[]) => cells.filter((cell) => isHead(cell)).length / Math.max(cells.filter((cell) => cell !== '').length, 1)
	const [row, column] = [heads(rows[0] ?? []), heads(rows.map(([first = '']) => first))]
	return row === column ? columns > 2 : row > column
}

function isHead(cell: string): boolean {
	const text = withoutEmphasis(cell)
	return text.length < 90 && ((mandateHeading(text)?.starts.length ?? 0) > 0 || HEADING_WORDS.test(fold(text)) || (text.length < 40 && ROSTER_WORDS.test(fold(text))))
}

/** Whether a line has several columns, separated by gaps. */
export function hasGaps(line: Line): boolean {
	return pieces(line.whole).length > 1
}
