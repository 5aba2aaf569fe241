/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, detectEncoding } from './encoding.ts'

const TEXT = 'Nom;Prénom;Ce qui m’anime\nRoumégous;Maëlle;L’hospitalité, où qu’elle soit – à Béziers\n'

/** The bytes of a text with one byte a letter, as the browser's own decoder reads them. */
function singleByte(text: string, encoding: 'windows-1252' | 'macintosh'): Uint8Array {
	const decoder = new TextDecoder(encoding)
	const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
	return Uint8Array.from([...text].map((letter) => table.get(letter)!))
}
function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
	const units = (mark ? '\uFEFF' : '') + text
	return Uint8Array.from([...units].flatMap((letter) => {
		const code = letter.charCodeAt(0)
		return little ? [code & 255, code >> 8] : [code >> 8, code & 255]
	}))
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

describe('the encoding of a file', () => {
	it.each([
		['utf-8', utf8(TEXT)],
		['utf-8', utf8('\uFEFF' + TEXT)],
		['windows-1252', singleByte(TEXT, 'windows-1252')],
		['macintosh', singleByte(TEXT, 'macintosh')],
		['utf-16le', utf16(TEXT, true, true)],
		['utf-16be', utf16(TEXT, false, true)],
		['utf-16le', utf16(TEXT, true, false)],
		['utf-16be', utf16(TEXT, false, false)],
		['utf-8', utf8('Nom;Ville\nDurand;Limoux\n')],
	])('%s is recognised, and its text is read without the byte order mark', async (encoding, bytes) => {
		const detected = await detectEncoding(bytes)
		expect(detected).toBe(encoding)
		expect(decode(bytes, detected)).not.toContain('\uFEFF')
		expect(decode(bytes, detected)).toMatch(/Pr[ée]nom;|Ville/)
	})

	it('a line of another file does not make the rest unreadable', async () => {
		const mixed = join(utf8(TEXT), singleByte('Sénès;Chloé;\n', 'windows-1252'))
		expect(await detectEncoding(mixed)).toBe('utf-8')
		expect(decode(mixed, 'utf-8')).toContain('Maëlle')
		expect(decode(mixed, 'utf-8')).toContain('S\uFFFDn\uFFFDs')
	})

	it('any UTF-8 text is decoded unchanged', async () => {
		await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
			fc.pre(!text.startsWith('\uFEFF') && !text.includes('\u0000'))
			expect(decode(utf8(text), await detectEncoding(utf8(text)))).toBe(text)
		}))
	})

	it('any bytes have an encoding, and are read without an error', async () => {
		await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
			expect(typeof decode(bytes, await detectEncoding(bytes))).toBe('string')
		}))
	})
})
