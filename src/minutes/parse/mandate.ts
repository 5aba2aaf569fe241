/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Row } from './blocks.ts'
import type { Line } from './lines.ts'
import type { MandateHeading } from './mandateHeadings.ts'
import type { Column, Mandate, Warning } from './reading.ts'
import type { Cells } from './sideBySide.ts'

import { blocksOf, fillBlocks } from './blocks.ts'
import { bullet } from './bullets.ts'
import { Cell, isUnfilled } from './cell.ts'
import { nextNonEmptyLine } from './lines.ts'
import { isGridTitle, mandateHeading, mayHead, mayStart } from './mandateHeadings.ts'
import { withoutMarkup } from './markup.ts'
import { COLUMNS, span } from './reading.ts'
import { barred, isDrawn, pieces, SideBySide } from './sideBySide.ts'

/** The grid as it was read. */
export interface MandateReading {
	mandate: Mandate
	warnings: Warning[]
	/** Indexes of its first line, and of the one after its last, among the lines. */
	first: number
	end: number
}

/** Maximum number of lines between two headings of the grid. */
const NEAR = 14

/** Reads the grid of the mandate; null without one. */
export function readMandate(lines: readonly Line[]): MandateReading | null {
	const start = findStart(lines)
	if (start === -1) {
		return saidEmpty(lines)
	}
	const end = findEnd(lines, start)
	const rows = lines.slice(start, end)
		.map((line, i): Row => ({ line, at: start + i, heading: headingOf(line) }))
		.filter(({ line }) => !isDrawn(line.text) && !(isGridTitle(line.text) && !headingOf(line)?.starts.length))
	const cells: Cells = { mayAdvance: new Cell(), mustNot: new Cell(), with: new Cell() }
	const guessed = fill(cells, rows)

	const title = titleBefore(lines, start)
	const place = span({ from: lines[title]!.index, to: lines[title]!.index }, ...rows.filter(({ line }) => line.text !== '').map(({ line }) => ({ from: line.index, to: line.index })))
	const mandate: Mandate = { mayAdvance: cells.mayAdvance.answers, mustNot: cells.mustNot.answers, with: cells.with.answers, unplaced: [], lines: place }
	const empty = COLUMNS.filter((column) => mandate[column].length === 0)
	const warnings: Warning[] = []
	if (empty.length === COLUMNS.length || empty.some((column) => cells[column].unfilled)) {
		warnings.push({ code: 'table-unfilled', lines: place, columns: empty })
	}
	if (guessed && empty.length < COLUMNS.length) {
		warnings.push({ code: 'columns-merged', lines: place })
	}
	return { mandate, warnings, first: title, end }
}

/** «Rôle de … : non rempli», without a grid below. */
function saidEmpty(lines: readonly Line[]): MandateReading | null {
	const first = lines.findIndex(({ text }) => isGridTitle(text))
	if (first === -1) {
		return null
	}
	const [, behind = ''] = /:(.*)/s.exec(lines[first]!.text) ?? []
	const last = behind.trim() === '' ? nextNonEmptyLine(lines, first + 1) : first
	if (!lines[last] || !isUnfilled(last === first ? behind.trim() : lines[last].text)) {
		return null
	}
	const place = { from: lines[first]!.index, to: lines[last].index }
	return {
		mandate: { mayAdvance: [], mustNot: [], with: [], unplaced: [], lines: place },
		warnings: [{ code: 'table-unfilled', lines: place, columns: [...COLUMNS] }],
		first,
		end: last + 1,
	}
}

/** Cache of the result for each line, which is needed more than once. */
const found = new WeakMap<Line, MandateHeading | null>()

/** The heading of the grid a line is; a table's row counts as a whole. */
function headingOf(line: Line): MandateHeading | null {
	if (!found.has(line)) {
		found.set(line, findHeading(line))
	}
	return found.get(line)!
}

function findHeading(line: Line): MandateHeading | null {
	if (!mayHead(line.text)) {
		return null
	}
	const { text } = withoutMarkup(line.text)
	const mark = bullet(text)
	if (!mark) {
		return mandateHeading(text)
	}
	const heading = mandateHeading(mark.text)
	return heading && heading.starts.length > 0 && heading.end === mark.text.length ? { starts: heading.starts, end: text.length } : null
}

/** The first heading: one with another one near it, or with the grid's title above it. */
function findStart(lines: readonly Line[]): number {
	return lines.findIndex((line, i) => {
		const starts = mayStart(line.text) ? headingOf(line)?.starts ?? [] : []
		if (starts.length === 0) {
			return false
		}
		const others = lines.slice(i + 1, i + 1 + NEAR * 2).filter(({ text }) => text !== '').slice(0, NEAR)
			.flatMap((other) => headingOf(other)?.starts ?? [])
		return starts.length > 1 || others.some(({ column }) => column !== starts[0]!.column) || titleBefore(lines, i) !== i
	})
}

/** The index of « Rôle de … » above the grid, or of the grid itself. */
function titleBefore(lines: readonly Line[], start: number): number {
	let i = start - 1
	while (i >= 0 && lines[i]!.text === '') {
		i--
	}
	return i >= 0 && start - i <= 3 && isGridTitle(lines[i]!.text) ? i : start
}

/** The end of the grid: the next heading of another kind. The caller knows signs that end it earlier. */
function findEnd(lines: readonly Line[], start: number): number {
	const inBars = (line: Line) => line.text.startsWith('|') || isDrawn(line.text)
	if (inBars(lines[start]!)) {
		let i = start
		while (i < lines.length && lines[nextNonEmptyLine(lines, i)]?.text.startsWith('|')) {
			i = nextNonEmptyLine(lines, i) + 1
		}
		return i
	}
	const columns = new Set<Column>()
	let points = 0
	for (let i = start; i < lines.length; i++) {
		const line = lines[i]!
		const heading = headingOf(line)
		heading?.starts.forEach(({ column }) => columns.add(column))
		if (line.text === '' || heading || isGridTitle(line.text)) {
			continue
		}
		const mark = bullet(line.text)
		points += mark ? 1 : 0
		const next = lines[nextNonEmptyLine(lines, i + 1)]
		const nextMark = next ? bullet(next.text) : null
		const leads = nextMark !== null && nextMark.text !== '' && lines[i - 1]?.text === '' && line.text.length <= 90 && pieces(line.whole).length === 1 && columns.size === COLUMNS.length
		if (withoutMarkup(line.text).heading || (!mark && leads && (points > 0 || nextMark.family !== '-'))) {
			return i
		}
	}
	return lines.length
}

/** Puts the answers into their columns, in any layout; true if it had to be guessed. */
function fill(cells: Cells, rows: readonly Row[]): boolean {
	if (fillTable(cells, rows)) {
		return false
	}
	const firstAnswer = rows.findIndex(({ line, heading }) => line.text !== '' && (!heading || heading.end < withoutMarkup(line.text).text.length))
	const head = firstAnswer === -1 ? rows : rows.slice(0, firstAnswer)
	const headed = head.flatMap(({ heading }) => heading?.starts.map(({ column }) => column) ?? [])
	const later = firstAnswer !== -1 && rows.slice(firstAnswer).some(({ heading }) => heading?.starts.length)
	if (headed.length < 2 || later) {
		fillLists(cells, rows)
		return false
	}
	const columns = [...new Set(headed)]
	const answers = firstAnswer === -1 ? [] : rows.slice(firstAnswer)
	const besides = head.find(({ heading }) => heading && heading.starts.length > 1)
	const blocks = blocksOf(answers)
	// Headings below each other have blocks of answers below them, in rows of the same number; so have broken ones next to each other.
	if (blocks.every((block) => block.every(({ line }) => isPlain(line))) && (!besides || (blocks.length >= columns.length && blocks.length % columns.length === 0 && blocks.length > 1))) {
		return fillBlocks(cells, columns, blocks)
	}
	const starts = besides ? besides.heading!.starts.map(({ at }) => besides.line.whole.length - besides.line.text.length + at) : []
	const fields = besides?.line.whole.includes('\t') ? besides.line.whole.split('\t').map((text) => mandateHeading(text)?.starts[0]?.column) : []
	const side = new SideBySide(cells, columns, starts, fields)
	for (const { line } of answers) {
		if (line.text === '') {
			COLUMNS.forEach((column) => cells[column].part())
		} else {
			side.add(line)
		}
	}
	return side.guessed
}

/** Whether a line has no column separators. */
function isPlain(line: Line): boolean {
	return pieces(line.whole).length === 1 && !line.text.includes('|') && !/\S\s[-–•]\s\p{Lu}/u.test(line.text)
}

/** A heading, its answers below or next to it, the next heading. */
function fillLists(cells: Cells, rows: readonly Row[]): void {
	let column: Column | undefined
	for (const { line, heading } of rows) {
		const { text } = withoutMarkup(line.text)
		const begun = heading?.starts.at(-1)?.column
		if (begun) {
			column = begun
		}
		const answer = heading ? text.slice(heading.end) : text
		if (!column || answer.trim() === '') {
			if (column && line.text === '') {
				cells[column].part()
			}
			continue
		}
		// A second heading word group at the left and its answer at the right.
		const row = heading ? [] : pieces(line.whole)
		const adjacent = row.length === 2 && mandateHeading(row[0]!.text)?.end === row[0]!.text.length ? row[1]!.text : answer
		for (const part of heading || adjacent !== answer ? adjacent.split(/(?:(?<!\s)\s+)?;\s+/) : [adjacent]) {
			cells[column].add(part.replace(/(?:(?<!\s)\s+)?\|\s*$/, ''), line.index)
		}
	}
}

/** A table drawn with bars; false where the rows are none. */
function fillTable(cells: Cells, rows: readonly Row[]): boolean {
	const filled = rows.filter(({ line }) => line.text !== '')
	if (filled.length === 0 || !filled.every(({ line }) => line.text.includes('|')) || (filled[0]!.heading?.starts.length ?? 0) < 2) {
		return false
	}
	const columns = (barred(filled[0]!.line.text) ?? []).map((text) => mandateHeading(text)?.starts[0]?.column)
	if (new Set(columns.filter(Boolean)).size < 2) {
		return false
	}
	for (const { line, heading } of filled.slice(1)) {
		if (heading && heading.end === line.text.length) {
			continue
		}
		barred(line.text)?.forEach((text, i) => {
			const column = columns[i]
			if (column) {
				cells[column].part()
				cells[column].add(text, line.index)
			}
		})
	}
	return true
}
