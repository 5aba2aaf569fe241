/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { isSheet, sourceProblem } from './source.ts'

const TEXT = 'Nom;Prénom;Ce qui m’anime\nRoumégous;Maëlle;L’hospitalité, où qu’elle soit – à Béziers\n'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** The text in two bytes a letter, behind their mark. */
const utf16 = (text: string) => Uint8Array.from([...'\uFEFF' + text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))

describe('a file that is not text', () => {
	it.each([
		['an old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), 'spreadsheet'],
		['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8), 'document'],
		['a .pdf', utf8('%PDF-1.7 abc'), 'document'],
		['nothing', new Uint8Array(), 'empty'],
		['only empty lines', utf8('\n \r\n\t'), 'empty'],
		['a table', utf8(TEXT), null],
		['a table of two bytes a letter', utf16(TEXT), null],
		['something packed', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), null],
	])('%s is recognised', (_, bytes, problem) => {
		expect(sourceProblem(bytes)).toBe(problem)
	})

	it('is a spreadsheet where it is packed', () => {
		expect(isSheet(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe(true)
		expect(isSheet(utf8('PK;Nom'))).toBe(false)
	})
})
