/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMinutes } from '../parse/parse.ts'
import { cells, docx, h, items, odt, p, pdf, point, table, utf8, zip } from '../testing/documents.ts'
import { MAX_BYTES, readFile } from './readFile.ts'

const read = (bytes: Uint8Array, name = 'compte-rendu') => readFile({ name, bytes })
const GRID = ['Peut ou doit continuer à avancer, réfléchir, mobiliser…', 'Ne peut pas ou ne doit pas aller plus loin', 'Peut faire avec…']

const DOCX = docx([
	h('Compte-rendu du groupe n° 3 : « Les mots du soir »', 1),
	h('Constats', 2), point('On lit peu &amp; tard'), point('La médiathèque ferme'),
	h('Idées', 2), point('Une armoire à livres', 2), point('Des lectures', 2),
	table(GRID, ['Prêter une malle/Former des lectrices', 'Choisir les livres', 'La médiathèque']),
	h('Suites à donner', 2), p('2 personnes inscrites pour poursuivre'),
	table(['Nom', 'Courriel'], ['Ysoline Bétoulle', 'ysoline.betoulle@example.org'], ['Mathis Carladès', 'mathis.carlades@example.org']),
].join(''))

const ODT = odt([
	'<text:h text:outline-level="1">Compte-rendu du groupe n° 3 : « Les mots du soir »</text:h>',
	'<text:h text:outline-level="2">Constats<office:annotation><text:p>à relire</text:p></office:annotation></text:h>', items('L1', 'On lit peu &amp;<text:s/>tard', 'La médiathèque ferme'),
	'<text:h text:outline-level="2">Idées</text:h>', items('L2', 'Une armoire à livres', 'Des lectures'),
	`<table:table>${cells(...GRID)}${cells('Prêter une malle/Former des lectrices', 'Choisir les livres', 'La médiathèque')}</table:table>`,
	'<text:h text:outline-level="2">Suites à donner</text:h><text:p>2 personnes inscrites pour poursuivre</text:p>',
	`<table:table>${cells('Nom', 'Courriel')}${cells('Ysoline Bétoulle', 'ysoline.betoulle@example.org')}${cells('Mathis Carladès', 'mathis.carlades@example.org')}</table:table>`,
].join(''))

const PDF = pdf([
	[50, 800, 'COMPTE-RENDU GROUPE 3 : «LES MOTS DU SOIR»'],
	[50, 770, 'Constats'],
	[50, 745, '- On lit peu & tard'], [50, 733, '- La médiathèque ferme'],
	[50, 700, 'Idées'],
	[50, 675, '- Une armoire à livres'], [50, 663, '- Des lectures'],
	[50, 630, 'Peut ou doit continuer à'], [230, 630, 'Ne peut pas ou ne doit'], [400, 630, 'Peut faire avec…'],
	[50, 618, 'avancer, réfléchir…'], [230, 618, 'pas aller plus loin'],
	[50, 595, 'Prêter une'], [92 + 24, 595, 'malle'], [230, 595, 'Choisir les livres à la'], [400, 595, 'La médiathèque'],
	[50, 583, 'Former des lectrices'], [230, 583, 'place des gens'],
	[50, 550, 'Suites à donner'],
	[50, 525, '2 personnes inscrites pour poursuivre'],
	[50, 500, '* Ysoline Bétoulle'], [200, 500, 'ysoline.betoulle@example.org'],
	[50, 488, '* Mathis Carladès'], [200, 488, 'mathis.carlades@example.org'],
])

describe('a document', () => {
	it.each([
		['docx', DOCX, 'Choisir les livres'],
		['odt', ODT, 'Choisir les livres'],
		['pdf', PDF, 'Choisir les livres à la place des gens'],
	])('.%s becomes a text with the same meaning', async (kind, bytes, mustNot) => {
		const { text, kind: found } = await read(bytes)
		expect(found).toBe(kind)
		const [group, more] = parseMinutes(text).groups
		expect(more).toBeUndefined()
		expect([group!.number, group!.title.text]).toEqual([3, 'Les mots du soir'])
		expect(group!.sections.map(({ heading, items: points }) => [heading, points.map((one) => one.text)])).toEqual([
			['Constats', ['On lit peu & tard', 'La médiathèque ferme']],
			['Idées', ['Une armoire à livres', 'Des lectures']],
		])
		expect(group!.mandate.mayAdvance.map((one) => one.text)).toEqual(['Prêter une malle', 'Former des lectrices'])
		expect(group!.mandate.mustNot.map((one) => one.text)).toEqual([mustNot])
		expect(group!.mandate.with.map((one) => one.text)).toEqual(['La médiathèque'])
		expect(group!.roster.map(({ name, email }) => [name, email])).toEqual([['Ysoline Bétoulle', 'ysoline.betoulle@example.org'], ['Mathis Carladès', 'mathis.carlades@example.org']])
		expect(group!.warnings.filter(({ code }) => code !== 'uncertain')).toEqual([])
	})

	it('keeps lists within lists, breaks of lines and frames', async () => {
		const { text } = await read(docx(point('Une visite') + point('le mardi', 1, 1) + point('Une route') + p('') + '<w:p><w:r><w:t>un</w:t><w:br/><w:t>deux</w:t><w:tab/><w:t>trois</w:t></w:r></w:p>' + table(['Dans un cadre/deux lignes'])))
		expect(text).toBe('- Une visite\n  - le mardi\n- Une route\n\nun\ndeux\ttrois\n\nDans un cadre\ndeux lignes\n')
	})

	it('of two pages has a mark where one ends', async () => {
		const first = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'
		const bytes = pdf([[50, 800, 'Une page']], '', [first])
		const two = new TextDecoder('latin1').decode(bytes).replace('[3 0 R] /Count 1', '[3 0 R 6 0 R] /Count 2')
		expect((await read(utf8(two))).text).toBe('Une page\n\fUne page\n')
	})
})

describe('a text', () => {
	const text = 'COMPTE-RENDU GROUPE 1 : «FÊTE»\r\n\r\nConstats\r\n- été\r\n'

	it('is read in any encoding, also from a file', async () => {
		expect(await read(utf8(text), 'a.txt')).toEqual({ kind: 'text', text })
		const single = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
		expect((await read(single, 'a.txt')).text).toBe(text)
		expect((await readFile(new File([utf8(`\uFEFF${text}`)], 'a.md'))).text).toBe(text)
	})
})

describe('an unreadable file says why', () => {
	const ole = (text: string) => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0]))
	it.each([
		['nothing', new Uint8Array(), 'a.txt', 'empty'],
		['blank lines', utf8(' \r\n\t\n'), 'a.txt', 'empty'],
		['an empty document', docx(p('')), 'a.docx', 'empty'],
		['more than may be', new Uint8Array(MAX_BYTES + 1).fill(65), 'a.txt', 'too_big'],
		['a text longer than minutes', new Uint8Array(6_000_000).fill(65), 'a.txt', 'too_much'],
		['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8), 'a.png', 'binary'],
		['an old document', ole('WordDocument'), 'a.docx', 'unknown_kind'],
		['a locked .docx', ole('EncryptedPackage'), 'a.docx', 'password'],
		['a locked .odt', odt('x', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'a.odt', 'password'],
		['a locked .pdf', pdf([[50, 800, 'secret']], `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`), 'a.pdf', 'password'],
		['a .pdf of pictures', pdf([]), 'a.pdf', 'no_text'],
		['half a .pdf', utf8('%PDF-1.7\nabc'), 'a.pdf', 'unreadable'],
		['half a .docx', DOCX.subarray(0, 900), 'a.docx', 'unreadable'],
		['a .docx with a broken part', zip({ 'word/document.xml': '<w:document' }), 'a.docx', 'unreadable'],
		['an .odt without a text', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }), 'a.odt', 'unreadable'],
		['a bomb', zip({ 'word/document.xml': ' '.repeat(33 * 1024 * 1024) }), 'a.docx', 'too_much'],
		['a table', zip({ 'xl/workbook.xml': '<a/>' }), 'a.xlsx', 'unknown_kind'],
		['an .ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }), 'a.ods', 'unknown_kind'],
		['a .rtf', utf8('{\\rtf1 abc}'), 'a.rtf', 'unknown_kind'],
		['a page of the web', utf8('<!DOCTYPE html><p>abc'), 'a.html', 'unknown_kind'],
	])('%s', async (_, bytes, name, reason) => {
		await expect(read(bytes, name)).rejects.toMatchObject({ name: 'ReadError', reason })
	})

	it('a size is known before a byte is read', async () => {
		const file = new File([], 'a.txt')
		Object.defineProperty(file, 'size', { value: MAX_BYTES + 1 })
		Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new Error('read')) })
		await expect(readFile(file)).rejects.toMatchObject({ reason: 'too_big' })
	})
})

it('the text of a fixture is the same as in its file', async () => {
	const path = join(import.meta.dirname, '../../../tests/fixtures/network/minutes/03-rencontre-quatre-groupes.txt')
	expect((await read(new Uint8Array(readFileSync(path)))).text).toBe(readFileSync(path, 'utf8'))
})
