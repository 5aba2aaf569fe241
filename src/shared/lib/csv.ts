/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import Papa from 'papaparse'

/**
 * What a spreadsheet takes for the beginning of a formula, its wide forms included, for a number of which it drops the first zero, or for a day or
 * a time (« 1/2 »); behind blanks and apostrophes too, so that each text can be told from another behind one more apostrophe, and behind quotes and
 * separators, where a cell would begin for a program that expects another separator.
 */
const CALCULATED = /^[\s'",;]*(?:[=+\-@\t\r\n＝＋－＠]|0\d|\d{1,2}[-/.:]\d{1,4}(?:[-/.:]\d{1,4})?\s*$)/

/** Spreadsheets read UTF-8 as such only behind this mark. */
const BOM = '\uFEFF'

/** The separator spreadsheets in this language expect: a comma, unless numbers use it. */
export function csvDelimiter(locale: string): ',' | ';' {
	return new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ','
}

/**
 * A table as a file for spreadsheets. A cell that they would calculate gets an apostrophe at its head, which makes it a text. Each cell is in quotes: a
 * program that expects another separator would otherwise divide it, and calculate a part of it.
 *
 * @param rows the first holds the titles
 */
export function writeCsv(rows: string[][], delimiter: ',' | ';'): string {
	return BOM + Papa.unparse(rows, { delimiter, newline: '\r\n', quotes: true, escapeFormulae: CALCULATED })
}

/** A cell without the apostrophe that writeCsv, or another program, put before what spreadsheets calculate. */
export function withoutApostrophe(cell: string): string {
	return cell.startsWith('\'') && CALCULATED.test(cell) ? cell.slice(1) : cell
}
