/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitAtMarks } from './marks.ts'

describe('a sentence with the words found', () => {
	it('is split by characters as readers see them', () => {
		expect(splitAtMarks({ text: '🌱 Le jardin sans clé', marks: [[5, 6], [17, 3]] })).toEqual(['🌱 Le ', 'jardin', ' sans ', 'clé', ''])
		expect(splitAtMarks({ text: 'jardin', marks: [] })).toEqual(['jardin'])
	})

	it('loses nothing', () => {
		fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), (words) => {
			let start = 0
			const marks = words.map((word): [number, number] => {
				const mark: [number, number] = [start, [...word].length]
				start += mark[1] + 1
				return mark
			})
			const text = words.join(' ')
			const pieces = splitAtMarks({ text, marks })
			expect(pieces.join('')).toBe(text)
			expect(pieces.filter((_, index) => index % 2 === 1)).toEqual(words)
		}))
	})
})
