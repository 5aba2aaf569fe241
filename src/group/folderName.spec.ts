/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folderName } from './folderName.ts'

describe('the name of a folder', () => {
	it.each([
		['Alimentation', 'Alimentation'],
		['3. Cantines / circuits courts', '3. Cantines circuits courts'],
		['  ...Bilan...  ', 'Bilan'],
		['Qui fait quoi ?', 'Qui fait quoi'],
		['a\u0000b\tc', 'a b c'],
		['e\u0301te\u0301', '\u00e9t\u00e9'],
		['CON', 'CON_'],
		['../..', ''],
		['   ', ''],
	])('%j', (title, name) => {
		expect(folderName(title)).toBe(name)
	})

	it('has the maximum length of a file in bytes, and splits no character', () => {
		expect(folderName('é'.repeat(300))).toBe('é'.repeat(125))
		expect(folderName('🌱'.repeat(300))).toBe('🌱'.repeat(62))
		expect(folderName('a'.repeat(249) + '. b')).toBe('a'.repeat(249))
	})

	it('is always valid, and does not change when applied twice', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
			const name = folderName(title)
			// eslint-disable-next-line no-control-regex -- what is refused
			expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]|^[.\s]|[.\s]$/)
			expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(251)
			expect(folderName(name)).toBe(name)
		}))
	})
})
