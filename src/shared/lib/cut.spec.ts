/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import cases from '../../../tests/fixtures/rules/cut.json'
import { cut } from './cut.ts'

it.each(cases)('$text within $most is $cut', ({ text, most, cut: short }) => {
	expect(cut(text, most)).toBe(short)
})

it('is short enough, begins like the text, and equals a text that is short enough', () => {
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
		const short = cut(text, max)
		expect([...short].length).toBeLessThanOrEqual(max)
		expect(text.startsWith(short.replace(/…$/, '')) || short === text).toBe(true)
		expect(short === text).toBe([...text].length <= max || short === text)
	}))
})
