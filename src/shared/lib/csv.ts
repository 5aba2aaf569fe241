/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import Papa from 'papaparse'

/**
 * What a spreadsheet reads as the beginning of a formula, including full-width forms, as a number whose first zero it drops, or as a day or
 * a time (« 1/2 »); also behind blanks and apostrophes, so that an added apostrophe can always be distinguished, and behind quotes and
 * separators, where a cell would begin for a program that expects another separator.
 */
const CALCULATED = /^[\s'",;]*(?:[=+\-@\t\r\n＝＋－＠]|0\d|\d{1,2}[-/.:]\d{1,4}(?:[-/.:]\d{1,4})?\s*$)/

/** Spreadsheets recognise UTF-8 only with this mark. */
const BOM = '\uFEFF'

/** The separator spreadsheets in this language expect: a comma, unless numbers use it. */
export function csvDelimiter(locale: string): ',' | ';' {
	return new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ','
}

/**
 * A table as a file for spreadsheets. A cell that they would calculate gets a leading apostrophe, which makes it a text. Each cell is in quotes: a
 * program that expects another separator would otherwise split it, and calculate a part of it.
 *
 * @param rows the first one has the titles
 */
export function writeCsv(rows: string[][], delimiter: ',' | ';'): string {
	return BOM + Papa.unparse(rows, { delimiter, newline: '\r\n', quotes: true, escapeFormulae: CALCULATED })
}

/** A cell without the apostrophe that writeCsv, or another program, added before text that spreadsheets calculate. */
export function withoutApostrophe(cell: string): string {
	return cell.startsWith('\'') && CALCULATED.test(cell) ? cell.slice(1) : cell
}
