/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'

describe('fold', () => {
	it.each([
		['Égalité', 'egalite'],
		['L’Haÿ-les-Roses', 'l hay les roses'],
		['Cœur de Causse', 'coeur de causse'],
		['  C2A (Albi) ', 'c2a albi'],
		['ﬁn', 'fin'],
		['…', ''],
	])('%s → %s', (text, folded) => {
		expect(fold(text)).toBe(folded)
	})

	it('of a letter is the same next to common letters and rare ones', () => {
		for (let code = 0x20; code < 0x3000; code++) {
			const letter = String.fromCharCode(code)
			expect([code, `${fold(`a${letter}b`)} ł`]).toEqual([code, `${fold(`a${letter}b ł`).slice(0, -1)}ł`])
		}
	})

	it('changes nothing when applied twice', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(fold(fold(text))).toBe(fold(text))
		}))
	})
})
