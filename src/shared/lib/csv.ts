/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import Papa from 'papaparse'

/** What a spreadsheet takes for the beginning of a formula, their wide forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Spreadsheets read UTF-8 as such only behind this mark. */
const BOM = '\uFEFF'

/** The separator spreadsheets in this language expect: a comma, unless numbers use it. */
export function csvDelimiter(locale: string): ',' | ';' {
	return new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ','
}

/**
 * A table as a file for spreadsheets. A cell that they would calculate gets an apostrophe at its head, which makes it a text.
 *
 * @param rows the first holds the titles
 */
export function writeCsv(rows: string[][], delimiter: ',' | ';'): string {
	return BOM + Papa.unparse(rows, { delimiter, newline: '\r\n', escapeFormulae: FORMULA })
}
