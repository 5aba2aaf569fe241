/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvDelimiter, withoutApostrophe, writeCsv } from '../lib/csv.ts'
import { ReadError } from '../lib/readError.ts'
import { cellText, readTable } from '../lib/readTable.ts'
import { readSheet } from './readSheet.ts'
import { SHEETS } from './sheetKinds.ts'
import { writeSheet } from './writeSheet.ts'

/** What a spreadsheet or XML would take for something else. */
const TRAPS = ['=1+1', '+33 5', '-3', '@a', '\'=x', '\'\'+1', '\'a', '007', '0612345678', '1/2', '2026-11-24', 'a;b', 'a,b', 'a "b"', '"', 'a\nb', 'a\r\nb', '\tb', 'a  b', '  a', '<a>&amp;', '_x0041_', 'TRUE', '1e5', 'é 😀 ﷺ', '﻿a', ' ', '']
const cell = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...TRAPS) }, fc.string({ unit: 'grapheme', maxLength: 20 }), fc.array(fc.constantFrom(...TRAPS), { maxLength: 3 }).map((parts) => parts.join('')))
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })

/** What reading keeps of rows: no empty line, no empty cells behind the last. */
function contentOf(rows: readonly (readonly string[])[]): { position: number, cells: string[] }[] {
	return rows.map((cells, i) => ({ position: i + 1, cells: trimmed(cells.map(cellText)) })).filter(({ cells }) => cells.length > 0)
}

function trimmed(cells: readonly string[]): string[] {
	const last = cells.findLastIndex((one) => one !== '')
	return cells.slice(0, last + 1)
}

const pack = (files: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const reason = (bytes: Uint8Array) => readSheet(bytes).then(() => null, (error) => error instanceof ReadError ? error.reason : error)

describe('a table comes back as it was written', () => {
	it.each(SHEETS)('as .%s', async (kind) => {
		await fc.assert(fc.asyncProperty(table, async (rows) => {
			const read = await readSheet(writeSheet(rows, kind))
			expect(contentOf(read.map(({ cells }) => cells)).map(({ cells }) => cells)).toEqual(contentOf(rows).map(({ cells }) => cells))
		}))
	})

	it.each(['fr', 'en'])('as CSV of a %s spreadsheet, which calculates nothing in it', (locale) => {
		fc.assert(fc.property(table, (rows) => {
			const delimiter = csvDelimiter(locale)
			const text = writeCsv(rows, delimiter)
			const { rows: read } = readTable(text.slice(1), { delimiter, heading: false, quotes: true })
			expect(read.map(({ position, cells }) => ({ position, cells: trimmed(cells) }))).toEqual(contentOf(rows))
			const { rows: raw } = readTable(text.slice(1).replaceAll('\'', '’'), { delimiter, heading: false, quotes: true })
			raw.flatMap(({ cells }) => cells).forEach((one) => expect(one).not.toMatch(/^[=+\-@＝＋－＠]|^0\d|^1\/2$/))
		}))
	})

	it('a typed apostrophe stays', () => {
		expect(['\'=1', '\'ai faim', '\'07', '\'\'=1', '\''].map(withoutApostrophe)).toEqual(['=1', '\'ai faim', '07', '\'=1', '\''])
	})
})

describe('spreadsheets of other programs', () => {
	const odsOf = (body: string) => pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': `<office:document-content><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>` })
	const odsCell = (text: string, attributes = '') => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`

	it('.ods: the first table with content, repeated and covered cells, days, no comments', async () => {
		expect(await readSheet(odsOf(`
			<table:table table:name="leer"><table:table-row><table:table-cell/></table:table-row></table:table>
			<table:table>
				<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
				<table:table-row>${odsCell('Nom')}<table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell/>${odsCell('x', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16370"/></table:table-row>
				<table:table-row table:number-rows-repeated="2">${odsCell('24/11/26', 'office:value-type="date" office:date-value="2026-11-24T00:00:00"')}<table:table-cell><office:annotation><text:p>dit</text:p></office:annotation><text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p><text:p>c</text:p></table:table-cell></table:table-row>
				<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
			</table:table>
			<table:table><table:table-row>${odsCell('other')}</table:table-row></table:table>`))).toEqual([
			{ position: 3, cells: ['Nom', '', '', '', 'x', 'x'] },
			{ position: 4, cells: ['2026-11-24', 'a  b\nc'] },
			{ position: 5, cells: ['2026-11-24', 'a  b\nc'] },
		])
	})

	const xlsxOf = (rows: string, more: Record<string, string> = {}) => pack({
		'xl/workbook.xml': '<workbook><sheets><sheet name="vide" r:id="r0"/><sheet name="x" r:id="r1"/></sheets></workbook>',
		'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="/xl/worksheets/a.xml"/><Relationship Id="r0" Target="worksheets/b.xml"/></Relationships>',
		'xl/sharedStrings.xml': '<sst><si><t>Nom</t></si><si><r><t>Zo</t></r><r><t>é</t></r><rPh><t>zoe</t></rPh></si><si/></sst>',
		'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;day&quot;0"/><numFmt numFmtId="171" formatCode="dd/mm/yy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
		'xl/worksheets/b.xml': '<worksheet><sheetData/></worksheet>',
		'xl/worksheets/a.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
		...more,
	})

	it('.xlsx: shared and own texts, numbers, days, cells at their places', async () => {
		expect(await readSheet(xlsxOf('<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row><row r="5"><c s="1"><v>46350.5</v></c><c s="2"><v>46350</v></c><c s="3"><v>46350</v></c><c t="str"><f>A1&amp;"x"</f><v>_x0041_</v></c><c t="b"><v>1</v></c><c><v>612345678</v></c></row>'))).toEqual([
			{ position: 2, cells: ['Nom', '', 'Zoé'] },
			{ position: 5, cells: ['2026-11-24', '46350', '2026-11-24', 'A', '1', '612345678'] },
		])
	})

	it('the last line of a sheet', async () => {
		expect(await readSheet(xlsxOf('<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>'))).toEqual([{ position: 1, cells: ['1'] }, { position: 1_048_576, cells: ['2'] }])
		expect(await readSheet(odsOf(`<table:table><table:table-row table:number-rows-repeated="1048575"/><table:table-row>${odsCell('a')}</table:table-row></table:table>`))).toEqual([{ position: 1_048_576, cells: ['a'] }])
	})

	it.each<[string, Uint8Array<ArrayBuffer>, string]>([
		['a document', pack({ 'word/document.xml': '<a/>' }), 'unknown_kind'],
		['a cut .ods', odsOf('<table:table>').subarray(0, 60), 'unreadable'],
		['an .ods that ends early', pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:body><table:table>' }), 'unreadable'],
		['a locked .ods', pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': '<manifest:encryption-data/>', 'content.xml': 'x' }), 'password'],
		['an .xlsx without sheets', pack({ 'xl/workbook.xml': '<workbook/>' }), 'unreadable'],
		['an .xlsx with an absurd column', xlsxOf('<row><c r="ZZZ1"><v>1</v></c></row>'), 'unreadable'],
		...['1048577', '1.5', '1e9', '-1'].map((line) => [`an .xlsx with a line ${line}`, xlsxOf(`<row r="${line}"><c><v>1</v></c></row>`), 'unreadable'] as [string, Uint8Array<ArrayBuffer>, string]),
		['an .xlsx with a line twice', xlsxOf('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'), 'unreadable'],
		['an .ods with a line too far', odsOf(`<table:table><table:table-row table:number-rows-repeated="1048576"/><table:table-row>${odsCell('a')}</table:table-row></table:table>`), 'unreadable'],
		['a line repeated a million times', odsOf(`<table:table><table:table-row table:number-rows-repeated="1048576">${odsCell('a')}${odsCell('b')}${odsCell('c')}</table:table-row></table:table>`), 'too_much'],
		['a cell repeated a billion times', odsOf(`<table:table><table:table-row>${odsCell('a', 'table:number-columns-repeated="1000000000"')}</table:table-row></table:table>`), 'too_much'],
		['cells far apart', xlsxOf('<row><c r="XFD1"><v>1</v></c></row>'.repeat(1000)), 'too_much'],
		['a hundred megabytes of nothing', odsOf(' '.repeat(100_000_000)), 'too_much'],
	])('%s is refused', async (_, bytes, expected) => {
		expect(await reason(bytes)).toBe(expected)
	})
})
