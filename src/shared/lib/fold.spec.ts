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

	it('changes nothing the second time', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(fold(fold(text))).toBe(fold(text))
		}))
	})
})
