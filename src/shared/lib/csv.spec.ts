/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvDelimiter, withoutApostrophe, writeCsv } from './csv.ts'

const read = (file: string, delimiter: string) => Papa.parse<string[]>(file.slice(1), { delimiter, newline: '\r\n' }).data

describe('a table for spreadsheets', () => {
	it('begins with the UTF-8 byte order mark', () => {
		expect(writeCsv([['Prénom', 'Été']], ';')).toBe('\uFEFF"Prénom";"Été"')
	})

	it('keeps quotes, delimiters and lines within a cell', () => {
		expect(writeCsv([['a;b', 'dit "oui"', 'une\nligne', ' c ']], ';')).toBe('\uFEFF"a;b";"dit ""oui""";"une\nligne";" c "')
	})

	it.each(['=1+1', '+33 6 00 00 00 00', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', ' =1', '\'=1', ',=1+1,', '",=1+1', ';\t-1', '0612345678', '1/2', '12:30', '24.12.26'])('makes a text of %j', (cell) => {
		expect(read(writeCsv([[cell, 'b']], ';'), ';')).toEqual([[`'${cell}`, 'b']])
	})

	it.each(['7', '2026-11-24', '12 rue Basse', 'l’été', '\'a', '24/12 à midi'])('leaves %j as it is', (cell) => {
		expect(read(writeCsv([[cell, 'b']], ';'), ';')).toEqual([[cell, 'b']])
	})

	it('is read back unchanged, once the apostrophe before a possible formula is taken away', () => {
		fc.assert(fc.property(
			fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
			fc.constantFrom(';' as const, ',' as const),
			(rows, delimiter) => {
				const back = read(writeCsv(rows, delimiter), delimiter)
				expect(back.map((row) => row.map(withoutApostrophe))).toEqual(rows)
				expect(back.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
			},
		))
	})

	it('has no cell that a program with another separator would calculate', () => {
		const rows = [['Zoé,=1+1,x', ',=1+1', '",=1+1,"', 'a";=1+1;', 'd\t=2+2'], ['x;=1+1;', ';=1+1', '";=1+1', 'b', '\t=1']]
		for (const [written, expected] of [[';', ','], [',', ';'], [';', '\t'], [',', '\t']] as const) {
			expect(read(writeCsv(rows, written), expected).flat().filter((cell) => /^[\s"]*[=+\-@]/.test(cell))).toEqual([])
		}
	})

	it('has the separator that spreadsheets expect in the language', () => {
		expect(csvDelimiter('fr-FR')).toBe(';')
		expect(csvDelimiter('en-GB')).toBe(',')
	})
})
