/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cut } from './cut.ts'

it.each([
	['Un titre court', 14, 'Un titre court'],
	['Revenir dire ce qui a été fait', 20, 'Revenir dire ce qui…'],
	['Revenir dire ce qui, enfin', 21, 'Revenir dire ce qui…'],
	['Anticonstitutionnellement', 10, 'Anticonst…'],
	['À anticonstitutionnellement', 10, 'À anticon…'],
	['🌻🌻🌻🌻', 3, '🌻🌻…'],
])('%j within %i is %j', (text, max, short) => {
	expect(cut(text, max)).toBe(short)
})

it('is short enough, begins like the text, and equals a text that is short enough', () => {
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, max) => {
		const short = cut(text, max)
		expect([...short].length).toBeLessThanOrEqual(max)
		expect(text.startsWith(short.replace(/…$/, '')) || short === text).toBe(true)
		expect(short === text).toBe([...text].length <= max || short === text)
	}))
})
