/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { growth } from '../shared/testing/growth.ts'
import { withoutContacts } from './contacts.ts'
import { parseMinutes } from './parse/parse.ts'
import { isDrawn } from './parse/sideBySide.ts'
import { readFile } from './read/readFile.ts'

// No document freezes the tab: ten times as much takes about ten times as long.

const LINEAR = 5
/** Length of the smaller text, in characters. */
const LENGTH = 3000
/** What the smaller text may take on a machine that does much else, in ms: ten times of it is still no freeze. */
const LEAST = 25

/** Pieces of generated texts: marks the parser looks for, alone and with what nearly belongs to them. */
const PIECES = [
	'a', 'A', 'é', '1', ' ', '\t', '-', '|', '*', '#', '.', ',', ':', '@', '(', ')', '«', '>', '_', '\u2028', '\u00a0', '\0', '\ue000', '😀',
	'**a ', '__a ', '[a](', '[', 'a@', '@a.', 'a@b.', '%.', '(a, ', 'a, ', 'a et ', 'a ; ', '0 ', '06 ', '+33', '- a ', '- ', '| ', '|-', ':-', '# ', 'a. ', 'Ab ', 'a  ', 'a\t',
	'mailto:', 'tél. : ', 'Groupe 1 ', 'groupe ', 'compte rendu ', 'suites à donner ', 'inscrits : ', 'non rempli ', '12 janvier ', 'et A', '…" ', ' .', '. . ', 'd\'', 'l’',
]
const IN_GRID = 'Groupe 1 – Essai\nLe réseau peut\tne doit pas\tavec qui\n'
const IN_ROSTER = 'Groupe 1 – Essai\n12 personnes inscrites pour poursuivre :\n'

const cut = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

describe('minutes', () => {
	it.each(PIECES.map((piece) => [JSON.stringify(piece), piece]))('of nothing but %s are read as fast as others', async (_, piece) => {
		for (const [where, text] of [
			['in one line', (size: number) => cut(piece, size)],
			['in many lines', (size: number) => cut(`${piece}\n`, size)],
			['in a grid', (size: number) => IN_GRID + cut(piece, size)],
			['in a list of people', (size: number) => IN_ROSTER + cut(piece, size)],
		] as const) {
			expect(await growth((size) => parseMinutes(text(size)), LENGTH, LEAST), where).toBeLessThan(LINEAR)
		}
		expect(await growth((size) => withoutContacts(cut(piece, size)), LENGTH, LEAST)).toBeLessThan(LINEAR)
	}, 60_000)

	it('of very many lines are read', () => {
		expect(() => parseMinutes(cut(' .\n', 400_000))).not.toThrow()
		expect(() => parseMinutes(IN_ROSTER + cut('a@b.fr\n', 900_000))).not.toThrow()
	}, 60_000)

	it('have drawn lines, which nothing else is', async () => {
		expect(await growth((size) => isDrawn(`${'-'.repeat(size)}\0`), LENGTH)).toBeLessThan(LINEAR)
		expect(await growth((size) => isDrawn(`|${'- :'.repeat(size / 3)}x|`), LENGTH)).toBeLessThan(LINEAR)
		expect(['|---|---|', '--- | ---', '| :-- | --: |', '|:-:|'].filter((text) => !isDrawn(text))).toEqual([])
		expect(['', '|', '---', '| |', '|---||---|', '|--a|', '| a | - |', '|:|'].filter(isDrawn)).toEqual([])
	})
})

const odt = (body: string) => ({ name: 'a.odt', bytes: zipSync({ 'content.xml': strToU8(`<office:document-content><office:body>${body}</office:body></office:document-content>`) }) })
function docx(body: string) {
	return {
		name: 'a.docx',
		bytes: zipSync({
			'[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
			'_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
			'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`),
		}),
	}
}

/** The growth of reading a file, whether it is read or refused; making it does not count. */
function growthOf(file: (size: number) => { name: string, bytes: Uint8Array }, size: number): Promise<number> {
	const files = new Map([size, size * 10].map((many) => [many, file(many)]))
	return growth((many) => readFile(files.get(many)!).catch(() => null), size, LEAST)
}

describe('a document', () => {
	it.each([
		['deep lists', '<text:list><text:list-item>', ''],
		['deep tables', '<table:table><table:table-row><table:table-cell>', ''],
		['deep elements that end', '<text:p>', '</text:p>'],
		['many entities', '&amp;&#65;&a', ''],
		['blanks', '<text:s text:c="99999999"/>', ''],
		['wide cells', '<table:table><table:table-row><table:table-cell table:number-columns-spanned="99999999"><text:p>a</text:p></table:table-cell></table:table-row></table:table>', ''],
		['tags that do not end', '<text:p ', ''],
		['attributes that do not end', '<text:p a="', ''],
		['one long word', 'a', ''],
		['paragraphs', '<text:p>a</text:p>', ''],
	])('of text with %s is read or refused in time', async (_, open, close) => {
		const body = (size: number) => open.repeat(size / open.length) + close.repeat(size / open.length)
		expect(await growthOf((size) => odt(body(size)), 20_000)).toBeLessThan(LINEAR)
	}, 60_000)

	it.each([
		['deep tables', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
		['paragraphs', '<w:p><w:r><w:t>a</w:t></w:r></w:p>', ''],
		['one paragraph of many runs', '<w:r><w:t>a</w:t></w:r>', ''],
		['wide cells', '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>', ''],
		['tags that do not end', '<w:p ', ''],
	])('of Word with %s is read or refused in time', async (_, open, close) => {
		const body = (size: number) => open.repeat(size / open.length) + close.repeat(size / open.length)
		expect(await growthOf((size) => docx(body(size)), 20_000)).toBeLessThan(LINEAR)
	}, 60_000)

	it.each([
		['openings', '<< '], ['brackets', '[ '], ['objects', '1 0 obj '], ['streams', 'stream '], ['references', '1 0 R '], ['one letter', 'a'], ['ends', '%%EOF '],
	])('of pages with nothing but %s is refused in time', async (_, piece) => {
		expect(await growthOf((size) => ({ name: 'a.pdf', bytes: strToU8(`%PDF-1.7\n${piece.repeat(size / piece.length)}`) }), 20_000)).toBeLessThan(LINEAR)
	}, 60_000)
})
