/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Label } from './labels.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABEL_GAP, labelLeft, placeLabels, shortened } from './labels.ts'

const label = (text: string, x: number, y: number, rank = 0): Label => ({ text, x, y, size: 5, width: 80, rank })
const texts = (labels: readonly Label[]) => placeLabels(labels, 600).map(({ text }) => text)

describe('names on the map', () => {
	it('are shortened if they are long', () => {
		expect(shortened('Eau de pluie')).toBe('Eau de pluie')
		expect(shortened('Petites villes, grandes vitrines et portes fermées')).toBe('Petites villes, grandes vitrines e…')
	})

	it('are to the right of their dot, to the left at the edge of the drawing, and are not cut off without room on either side', () => {
		expect(labelLeft({ x: 100, size: 5, width: 80 }, 600)).toBe(105 + LABEL_GAP)
		expect(labelLeft({ x: 560, size: 5, width: 80 }, 600)).toBe(555 - LABEL_GAP - 80)
		expect(labelLeft({ x: 60, size: 5, width: 80 }, 120)).toBe(40)
		expect(labelLeft({ x: 60, size: 5, width: 140 }, 120)).toBe(0)
		expect(labelLeft({ x: 130, size: 5, width: 80 }, 120)).toBe(135 + LABEL_GAP)
	})

	it('are left out if they would overlap a more important one', () => {
		expect(texts([label('person', 100, 100, 2), label('group', 120, 110, 0), label('theme', 110, 105, 1)])).toEqual(['group'])
		expect(texts([label('person', 100, 100, 2), label('group', 120, 120, 0), label('theme', 300, 100, 1)])).toEqual(['group', 'theme', 'person'])
	})

	it('never overlap, and none is left out without need', () => {
		fc.assert(fc.property(
			fc.array(fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 400 }), rank: fc.integer({ min: 0, max: 3 }) }), { maxLength: 40 }),
			(dots) => {
				const labels = dots.map(({ x, y, rank }, i) => label(String(i), x, y, rank))
				const written = placeLabels(labels, 600)
				const over = (one: { y: number, left: number, width: number }, other: typeof one) => Math.abs(one.y - other.y) < 14
					&& one.left < other.left + other.width && other.left < one.left + one.width
				written.forEach((one, i) => written.slice(i + 1).forEach((other) => expect(over(one, other)).toBe(false)))
				for (const one of labels.filter(({ text }) => !written.some((other) => other.text === text))) {
					expect(placeLabels([...written, one].map((other) => ({ ...other, rank: other === one ? 1 : 0 })), 600)).toHaveLength(written.length)
				}
			},
		))
	})
})
