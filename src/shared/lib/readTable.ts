/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import Papa from 'papaparse'
import { withoutApostrophe } from './csv.ts'

export const DELIMITERS = [';', ',', '\t', '|'] as const
export type Delimiter = typeof DELIMITERS[number]

/** Maximum number of columns: more are no list of people. */
export const MAX_COLUMNS = 300

/** One line of a table, numbered as in a spreadsheet. */
export interface TableRow {
	position: number
	/** Trimmed cells. */
	cells: string[]
}

/** Why a table cannot be imported as it is; `row` is the line. */
export interface TableProblem {
	kind: 'open_quote' | 'too_many_columns' | 'no_rows'
	row?: number
}

export interface Table {
	/** The heading of each column; empty if the first line is a person already. */
	headings: string[]
	rows: TableRow[]
	/** Number of columns of the widest line. */
	width: number
	problem: TableProblem | null
}

export interface TableOptions {
	delimiter: Delimiter
	/** Whether the first non-empty line is a heading. */
	heading: boolean
	/** Whether quotes enclose cells; off for files that use them freely. */
	quotes: boolean
}

/** The line breaks spreadsheets use within a cell. */
const BREAKS = /\r\n?|\v|\f|\u2028|\u2029/g

/** The separator of cells, guessed from the first lines. */
export function detectDelimiter(text: string): Delimiter {
	// A heading cut within a quoted cell would be misleading; Papa reads several lines.
	const { meta, errors } = Papa.parse<string[]>(text.slice(0, 100_000), { preview: 20, delimitersToGuess: [...DELIMITERS] })
	const guessed = errors.some(({ code }) => code === 'UndetectableDelimiter') ? ';' : meta.delimiter
	return DELIMITERS.find((delimiter) => delimiter === guessed) ?? ';'
}

/** A cell in normal form: one kind of line break, trimmed. */
export function cellText(cell: string): string {
	return cell.replace(BREAKS, '\n').trim()
}

/** Reads a table. Empty lines are left out and keep their number. */
export function readTable(text: string, { delimiter, heading, quotes }: TableOptions): Table {
	const { data, errors } = Papa.parse<string[]>(text, { delimiter, fastMode: quotes ? undefined : true })
	const open = errors.find(({ code }) => code === 'MissingQuotes')
	return tableOf(
		data.map((cells, i) => ({ position: i + 1, cells: cells.map((cell) => cellText(withoutApostrophe(cellText(cell)))) })),
		heading,
		open ? { kind: 'open_quote', row: (open.row ?? 0) + 1 } : null,
	)
}

/** Lines as a table. */
export function tableOf(lines: readonly TableRow[], heading: boolean, broken: TableProblem | null = null): Table {
	const read = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
	const width = read.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
	const headings = heading ? read[0]?.cells ?? [] : []
	const rows = heading ? read.slice(1) : read
	const problem = broken ?? (width > MAX_COLUMNS ? { kind: 'too_many_columns' as const } : rows.length === 0 ? { kind: 'no_rows' as const } : null)
	return { headings, rows, width, problem }
}

/** Whether a first line is a heading: it has no address, phone number, date or number. */
export function looksLikeHeading(cells: readonly string[]): boolean {
	return cells.some((cell) => cell !== '') && !cells.some((cell) => /@|^[+\d][\d\s./-]{3,}$/.test(cell))
}
