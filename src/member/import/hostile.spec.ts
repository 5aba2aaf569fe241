/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Context } from './rows.ts'

import { expect, it } from 'vitest'
import { mailAddresses, webAddress, words } from '../../shared/lib/cells.ts'
import { detectDelimiter, readTable } from '../../shared/lib/readTable.ts'
import { growth } from '../../shared/testing/growth.ts'
import { readForeign } from './readForeign.ts'
import { readJson } from './readJson.ts'
import { readVcard } from './readVcard.ts'
import { composeRow } from './rows.ts'

// No file of people freezes the tab: ten times as much takes about ten times as long. See src/minutes/hostile.spec.ts.

const LINEAR = 5
const LENGTH = 5000
const LEAST = 25

const KEY = '7-bcdfghjk'
const tableContext: Context = {
	headings: [],
	columns: ['id', 'seeks', 'skills'],
	vocabulary: { values: [], sectors: [] },
	known: { index: { regions: [], departements: {}, epci: {} }, entries: [] },
	choices: {},
	agreement: null,
	held: {
		cards: new Map([[KEY, { card: { id: 7, uid: null, name: 'Ana', joined: '2026-01-15', key: KEY, skills: ['a'] }, cells: new Map([['skills', ['a']]]) }]]),
		labels: new Map(),
		kinds: new Map(),
	},
}

const readers: Record<string, (text: string) => unknown> = {
	table: (text) => readTable(text, { delimiter: detectDelimiter(text), heading: true, quotes: true }),
	vcard: (text) => readVcard(text),
	'a card': (text) => readVcard(`BEGIN:VCARD\nVERSION:4.0\nFN:A\n${text}\nEND:VCARD\n`),
	json: (text) => readJson(text),
	'another program’s export': (text) => readForeign({ ontology: 'gogofull', data: [{ id: 'a', name: text }] }),
	'an exported table': (text) => composeRow({ position: 1, cells: [KEY, text, text] }, tableContext),
	cells: (text) => [words(text), mailAddresses(text), webAddress(text)],
}

const PIECES = ['a', ' ', '"', '"a', ';', ',', '\n', 'a\n', 'a;b\n', '"a\n', 'a@', '@a.', '[', '{"a":', '[1,', '"\\u0041', 'BEGIN:VCARD\n', 'BEGIN:VCARD\nEND:VCARD\n', 'NOTE:a\\n', 'N;A=b:', 'X:', ' a\n', 'NOTE;ENCODING=QUOTED-PRINTABLE:=\n', 'é', '\0', '/', 'http://a.']

it.each(Object.entries(readers).flatMap(([name, read]) => PIECES.map((piece) => [name, JSON.stringify(piece), read, piece] as const)))('a file as a %s of nothing but %s is read or refused in time', async (_, __, read, piece) => {
	expect(await growth((size) => {
		try {
			read(piece.repeat(Math.ceil(size / piece.length)))
		} catch (error) {
			// Refused with a reason; a text that is too deep for its reader is none.
			expect(error).not.toBeInstanceOf(RangeError)
		}
	}, LENGTH, LEAST)).toBeLessThan(LINEAR)
}, 60_000)
