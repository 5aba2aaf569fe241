/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { DELIMITERS, detectDelimiter, looksLikeHeading, readTable } from './readTable.ts'

const options = { delimiter: ';', heading: true, quotes: true } as const
const read = (text: string) => readTable(text, options)

describe('a table', () => {
	it('keeps the line numbers of the spreadsheet, and leaves empty lines out', () => {
		expect(read('Nom;Ville\n\nAna;Limoux\n;\nLéo;Alet\n')).toEqual({
			headings: ['Nom', 'Ville'],
			rows: [{ position: 3, cells: ['Ana', 'Limoux'] }, { position: 5, cells: ['Léo', 'Alet'] }],
			width: 2,
			problem: null,
		})
	})

	it('begins with a person if it has no heading', () => {
		expect(readTable('Ana;Limoux', { ...options, heading: false })).toMatchObject({ headings: [], rows: [{ position: 1 }] })
	})

	it.each([
		['only a heading', 'Nom;Ville\n', { kind: 'no_rows' }],
		['nothing', '', { kind: 'no_rows' }],
		['a quote that is never closed', 'Nom;Dit\nAna;"oui\nLéo;non\n', { kind: 'open_quote', row: 2 }],
		['more columns than people have parts', `${'a;'.repeat(400)}\nb`, { kind: 'too_many_columns' }],
	])('of %s says what is wrong', (_, text, problem) => {
		expect(read(text).problem).toEqual(problem)
	})

	it('with an unclosed quote is read with quotes as plain characters', () => {
		const table = readTable('Nom;Dit\nAna;"oui\nLéo;non\n', { ...options, quotes: false })
		expect(table.rows.map(({ cells }) => cells)).toEqual([['Ana', '"oui'], ['Léo', 'non']])
	})

	it('with two hundred columns, lines of different lengths, tabs and old line ends is read', () => {
		expect(read(`${Array.from({ length: 200 }, (_, i) => `c${i}`).join(';')}\na;b\nc`)).toMatchObject({ width: 200, problem: null })
		expect(read('Nom;Ville\r\nAna;Limoux;trop;encore\r\nLéo')).toMatchObject({ width: 4, rows: [{ cells: { length: 4 } }, { cells: ['Léo'] }] })
		expect(readTable('Nom\tVille\rAna\tLimoux', { ...options, delimiter: '\t' }).rows).toHaveLength(1)
	})

	it('keeps lines within a cell', () => {
		expect(read('Nom;Cherche\nAna;"un four\r\nune grange"').rows[0]!.cells[1]).toBe('un four\nune grange')
	})

	it('is read back unchanged with any content', () => {
		const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\v\f\u2028\u2029]/g, '').trim())
		const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
		fc.assert(fc.property(table, fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
			const text = Papa.unparse(rows, { delimiter, newline: '\r\n', quotes: true })
			const back = readTable(text, { delimiter, heading: false, quotes: true })
			expect(back.rows.map(({ cells }) => cells)).toEqual(rows.filter((cells) => cells.some((one) => one !== '')))
		}))
	})

	it('any text is read without an error, each line once', () => {
		fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', ',', ' ', 'é', '\t') }), fc.constantFrom(...DELIMITERS), fc.boolean(), (text, delimiter, quotes) => {
			const { rows } = readTable(text, { delimiter, heading: false, quotes })
			expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length)
		}))
	})
})

describe('the separator of cells', () => {
	it.each([
		[';', 'Nom;Ville;Cherche\nAna;Limoux;du pain, du vin\nLéo;Alet;de l’eau, du sel'],
		[',', 'Nom,Ville\nAna,"Limoux, Aude"\nLéo,Alet'],
		['\t', 'Nom\tVille\nAna\tLimoux'],
		['|', 'Nom|Ville\nAna|Limoux'],
		[';', 'Nom\nAna\nLéo'],
	])('is %j', (delimiter, text) => {
		expect(detectDelimiter(text)).toBe(delimiter)
	})
})

it.each([
	[['Nom', 'Courriel'], true],
	[['Ana', 'ana@example.org'], false],
	[['Ana', '01 99 00 11 06'], false],
	[['', ''], false],
])('%j is a heading: %s', (cells, heading) => {
	expect(looksLikeHeading(cells)).toBe(heading)
})
