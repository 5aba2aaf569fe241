/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ReadReason } from '../../shared/lib/readError.ts'

import { strToU8, zipSync, zlibSync } from 'fflate'
import { docx, odt, p, pdf, utf8, W, zip } from './documents.ts'

/** A file that no careful person would give, and what reading it may end in. */
export interface Damaged {
	what: string
	name: string
	bytes: Uint8Array
	/** Reasons whose sentences are true of it. */
	reasons: readonly ReadReason[]
	/** The text it may have instead: these words, or any where it is true. */
	text?: string | true
}

/** Documents to be damaged, and their words. */
export interface Sound {
	name: string
	bytes: Uint8Array
	words: string
}

const TEXT = 'Groupe 1 : « Les mots du soir »\r\n\r\nConstats\r\n- On lit peu à Cœur-de-Vallée, l’été\r\n- العربية وعبرית 👋🏽\r\n'
const PLACES = 42
/** What a part of a .docx or .odt that is cut or changed can turn out to be. */
const OF_ZIP: readonly ReadReason[] = ['unreadable', 'password', 'too_much', 'unknown_kind', 'empty', 'binary']
const OF_PDF: readonly ReadReason[] = ['unreadable', 'password', 'too_much', 'no_text', 'empty']

/** Always the same numbers. */
function numbers(seed: number): () => number {
	let state = seed
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0
		return state / 2 ** 32
	}
}

function cutAndFlipped({ name, bytes, words }: Sound): Damaged[] {
	const isPdf = name.endsWith('.pdf')
	const next = numbers(bytes.length)
	const ends = Array.from({ length: PLACES }, (_, i) => Math.max(Math.floor(bytes.length * (i + 1) / (PLACES + 1)), 8))
	return [
		...ends.map((end): Damaged => ({ what: `cut at ${end}`, name, bytes: bytes.slice(0, end), reasons: isPdf ? OF_PDF : ['unreadable'], text: isPdf || undefined })),
		...Array.from({ length: PLACES * 2 }, (_, i): Damaged => {
			const flipped = bytes.slice()
			const at = 4 + Math.floor(next() * (bytes.length - 4))
			flipped[at]! ^= 1 << (i % 8)
			return { what: `bit ${i % 8} at ${at} flipped`, name, bytes: flipped, reasons: isPdf ? OF_PDF : OF_ZIP, text: isPdf || words }
		}),
	]
}

function wide(text: string, size: 2 | 4, little: boolean): Uint8Array {
	const letters = size === 4 ? [...text].map((letter) => letter.codePointAt(0)!) : Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
	const view = new DataView(new ArrayBuffer(letters.length * size))
	letters.forEach((letter, i) => size === 4 ? view.setUint32(i * 4, letter, little) : view.setUint16(i * 2, letter, little))
	return new Uint8Array(view.buffer)
}

function encoded(): Damaged[] {
	const western = TEXT.replace(/.*👋🏽\r\n/u, '')
	// Node 20 decodes the characters specific to this encoding as iso-8859-1, unlike browsers.
	const single = western.replace('œ', 'oe').replace('’', '\'')
	const bytes: [string, Uint8Array, string][] = [
		['utf-8', utf8(TEXT), TEXT],
		['utf-8 with a mark', utf8(`\uFEFF${TEXT}`), TEXT],
		...([2, 4] as const).flatMap((size) => [true, false].flatMap((little) => ['', '\uFEFF'].map((mark): [string, Uint8Array, string] => [`${size * 8} bits, ${little ? 'little' : 'big'} end first, ${mark ? 'with' : 'without'} mark`, wide(mark + (mark === '' && size === 2 ? western : TEXT), size, little), mark === '' && size === 2 ? western : TEXT]))),
		['windows-1252', Uint8Array.from([...single].map((letter) => letter.charCodeAt(0))), single],
	]
	return bytes.flatMap(([what, one, text]) => ['a.txt', 'a.md', 'a.docx', 'a'].map((name) => ({ what, name, bytes: one, reasons: [], text })))
}

function otherKinds(): Damaged[] {
	const next = numbers(7)
	const noise = (...head: number[]) => Uint8Array.from([...head, ...Array.from({ length: 5000 }, () => Math.floor(next() * 256))])
	const ole = (name: string) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0])])
	const kinds: [string, Uint8Array, ReadReason][] = [
		['png', noise(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa), 'binary'],
		['jpg', noise(0xff, 0xd8, 0xff, 0xe0), 'binary'],
		['noise', noise(), 'binary'],
		['nothing but zeros', new Uint8Array(5000), 'binary'],
		['zeros between letters', utf8('a\0\0b'.repeat(999)), 'binary'],
		['nothing', new Uint8Array(), 'empty'],
		['lines', utf8('\r\n \t'.repeat(999)), 'empty'],
		['doc', ole('WordDocument'), 'unknown_kind'],
		['locked docx', ole('EncryptedPackage'), 'password'],
		['locked odt', odt('<text:p>a</text:p>', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'password'],
		['wholly locked odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': '<manifest:encryption-data/>', 'encrypted-package': 'x' }), 'password'],
		['rtf', utf8('{\\rtf1 abc}'), 'unknown_kind'],
		['html', utf8('\n<!DOCTYPE html><p>abc'), 'unknown_kind'],
		['fodt', utf8('<?xml version="1.0"?><office:document/>'), 'unknown_kind'],
		['svg', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknown_kind'],
		['xlsx', zip({ 'xl/workbook.xml': '<a/>' }), 'unknown_kind'],
		['ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }), 'unknown_kind'],
		['zip in zip', zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'word/document.xml': strToU8('a') }) }) }), 'unknown_kind'],
		['docx without a part', zip({ 'word/styles.xml': '<a/>' }), 'unknown_kind'],
	]
	return kinds.flatMap(([what, bytes, reason]) => ['a.txt', 'a.docx', 'a.pdf'].map((name) => ({ what, name, bytes, reasons: [reason] })))
}

/** Many of something; the text is what it would be without. */
function huge(): Damaged[] {
	const body = (xml: string) => ({ 'word/document.xml': `<w:document ${W}><w:body>${xml}</w:body></w:document>` })
	const entities = `<!DOCTYPE a [${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`
	const row = (cell: string) => cell.repeat(100)
	return [
		{ what: '5 MB of text', name: 'a.txt', bytes: utf8('Une route, un pont. '.repeat(249_000)), reasons: [], text: true },
		{ what: 'more than 5 MB of text', name: 'a.txt', bytes: new Uint8Array(5_100_000).fill(65), reasons: ['too_much'] },
		{ what: 'more than 20 MB', name: 'a.txt', bytes: new Uint8Array(20 * 2 ** 20 + 1).fill(65), reasons: ['too_big'] },
		{ what: '125,000 lines', name: 'a.txt', bytes: utf8('- un point\n'.repeat(125_000)), reasons: [], text: true },
		{ what: '100,000 cells', name: 'a.docx', bytes: docx(`<w:tbl>${`<w:tr>${row('<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>')}</w:tr>`.repeat(1000)}</w:tbl>`), reasons: [], text: true },
		{ what: '100,000 cells', name: 'a.odt', bytes: odt(`<table:table>${`<table:table-row>${row('<table:table-cell><text:p>a</text:p></table:table-cell>')}</table:table-row>`.repeat(1000)}</table:table>`), reasons: [], text: true },
		{ what: '125,000 paragraphs', name: 'a.docx', bytes: docx('<w:p><w:r><w:t>un point</w:t></w:r></w:p>'.repeat(125_000)), reasons: [], text: true },
		{ what: '100,000 tables within tables', name: 'a.docx', bytes: docx('<w:tbl><w:tr><w:tc>'.repeat(100_000) + p('a') + '</w:tc></w:tr></w:tbl>'.repeat(100_000)), reasons: [], text: true },
		{ what: '100,000 lists within lists', name: 'a.odt', bytes: odt('<text:list><text:list-item>'.repeat(100_000) + '</text:list-item></text:list>'.repeat(100_000)), reasons: ['empty'] },
		{ what: 'entities of entities', name: 'a.docx', bytes: docx('', { 'word/document.xml': `${entities}<w:document ${W}><w:body>${p('a &l9;')}</w:body></w:document>` }), reasons: [], text: true },
		...['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/footnotes.xml'].map((part): Damaged => ({ what: `a bomb in ${part}`, name: 'a.docx', bytes: docx(p('a'), { [part]: ' '.repeat(part === 'word/document.xml' ? 99_000_000 : 20_000_000) }), reasons: ['too_much'] })),
		{ what: 'parts that are too much together', name: 'a.docx', bytes: docx(p('a'), { ...body(p('a') + ' '.repeat(9_000_000)), 'word/styles.xml': ' '.repeat(9_000_000) }), reasons: ['too_much'] },
		{ what: 'a bomb that says it is small', name: 'a.docx', bytes: lying(docx('', body(p('a') + ' '.repeat(60_000_000)))), reasons: ['unreadable'] },
		{ what: 'a bomb in a part that nothing reads', name: 'a.docx', bytes: docx(p('a'), { 'word/media/a.xml': ' '.repeat(60_000_000) }), reasons: [], text: 'a' },
		{ what: 'a bomb', name: 'a.odt', bytes: odt(' '.repeat(60_000_000)), reasons: ['too_much'] },
		{ what: 'a bomb in a page', name: 'a.pdf', bytes: pages(zlibSync(new Uint8Array(99_000_000).fill(32), { level: 9 }), '/FlateDecode'), reasons: ['too_much'] },
		{ what: 'a bomb in a bomb', name: 'a.pdf', bytes: pages(zlibSync(zlibSync(new Uint8Array(60_000_000).fill(32), { level: 9 })), '[/FlateDecode /FlateDecode]'), reasons: ['too_much'] },
		{ what: 'a hundred thousand pieces of text', name: 'a.pdf', bytes: pages(zlibSync(strToU8(`BT /F1 10 Tf ${'(ab) Tj 9 0 Td '.repeat(100_000)} ET`)), '/FlateDecode'), reasons: ['too_much'], text: true },
		{ what: 'a million pieces of text', name: 'a.pdf', bytes: pages(zlibSync(strToU8(`BT /F1 10 Tf ${'(a) Tj 9 0 Td '.repeat(1_000_000)} ET`)), '/FlateDecode'), reasons: ['too_much'] },
	]
}

/** A .pdf of one page with this as its content. */
function pages(content: Uint8Array, filter: string): Uint8Array {
	const [before, after] = [new TextDecoder('latin1').decode(pdf([[0, 0, 'x']]))].flatMap((file) => file.split(/(?<=stream\n).*?(?=\nendstream)/s)) as [string, string]
	const head = utf8(before.replace(/\/Length \d+/, `/Length ${content.length} /Filter ${filter}`))
	// Its table of places is wrong then, as in many files of bad programs.
	return Uint8Array.from([...head, ...content, ...utf8(after)])
}

/** A .docx whose main part says that it is of ten bytes. */
function lying(bytes: Uint8Array): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset)
	const name = strToU8('word/document.xml')
	for (let at = bytes.indexOf(0x50); at !== -1; at = bytes.indexOf(0x50, at + 1)) {
		if (at + 46 < bytes.length && view.getUint32(at, true) === 0x02014b50 && name.every((byte, i) => bytes[at + 46 + i] === byte)) {
			view.setUint32(at + 24, 10, true)
		}
	}
	return bytes
}

/** All damaged files, always the same. */
export function damaged(sound: readonly Sound[]): Damaged[] {
	const renamed = sound.flatMap(({ bytes, words }) => ['a.txt', 'a.pdf', 'a.docx', 'a.odt', 'a'].map((name): Damaged => ({ what: 'another name', name, bytes, reasons: [], text: words })))
	return [...sound.flatMap(cutAndFlipped), ...encoded(), ...otherKinds(), ...renamed, ...huge()]
}
