/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initials, NAME_COLOURS, nameColour } from './avatar.ts'

describe('initials', () => {
	it.each([
		['Maëlle Roumégous', 'MR'],
		['Inès Bou Haddad', 'IH'],
		['élodie', 'É'],
		['  Marie-Ange   Coustaury ', 'MC'],
		['« Le Collectif »', 'LC'],
		['12 rue', '1R'],
		['نور الهدى', 'نا'],
		['🌻', '?'],
		['', '?'],
	])('of %j are %j', (name, letters) => {
		expect(initials(name)).toBe(letters)
	})
})

describe('the colour of a name', () => {
	it('is one of Nextcloud’s, the same each time, ignoring accents and case', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => {
			expect(NAME_COLOURS).toContain(nameColour(name))
			expect(nameColour(name.normalize('NFD'))).toBe(nameColour(name.normalize('NFC')))
		}))
		expect(nameColour('MAËLLE')).toBe(nameColour('maëlle'))
	})

	it('is spread over all colours', () => {
		const names = Array.from({ length: 400 }, (_, index) => `Personne ${index}`)
		expect(new Set(names.map(nameColour)).size).toBe(NAME_COLOURS.length)
	})
})
