/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Line, Placing } from './placing.ts'
import type { Branch } from './surroundings.ts'
import type { Measure } from './texts.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAround } from './placing.ts'
import { cutTo } from './surroundings.ts'

const measure: Measure = (text, size) => text.length * size * 0.55
const others = (count: number) => `et ${count} autres`
const NAMES = ['Odile Marcenac', 'Petites villes, grandes vitrines et portes fermées du centre-bourg', 'Linh', 'Anticonstitutionnellementlongsansespaces', 'Maëlle Roumégous', 'Eau']

const people = (count: number, at: string) => Array.from({ length: count }, (_, i) => ({ key: `m${at}${i}`, kind: 'member' as const, label: NAMES[i % NAMES.length]!, words: 'est aussi dans' }))
const branch = (count: number, i: number): Branch => ({ key: `g${i}`, kind: 'group', label: NAMES[(i + 1) % NAMES.length]!, words: i % 2 ? 's’occupe des gouttières et de la citerne' : '', people: people(count, String(i)) })
const place = (sizes: number[], width: number, most = 60) => placeAround('Nadège Trémolières', cutTo(sizes.map(branch), most), width, measure, others)

/** Where the letters of a text are. */
function letters({ x, end, lines }: Placing['nodes'][number] | Placing['centre']) {
	return lines.map(({ text, y, size }) => ({ left: end ? x - measure(text, size) : x, right: end ? x : x + measure(text, size), top: y - size / 2, bottom: y + size / 2 }))
}

function points({ x1, y1, x2, y2, bow }: Line) {
	return Array.from({ length: 101 }, (_, i) => {
		const t = i / 100
		return bow
			? { x: x1 + (x2 - x1) * (1.5 * t * (1 - t) + t ** 3), y: y1 + (y2 - y1) * (3 * t * t - 2 * t ** 3) }
			: { x: x1 + (x2 - x1) * t, y: y1 + (y2 - y1) * t }
	})
}

function expectReadable(placing: Placing, width: number) {
	const texts = placing.nodes.flatMap(letters)
	expect(texts.filter(({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > placing.height)).toEqual([])
	expect(texts.filter((one, i) => texts.slice(i + 1).some((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom))).toEqual([])
	const drawn = placing.lines.flatMap(points)
	expect(texts.filter(({ left, right, top, bottom }) => drawn.some(({ x, y }) => x > left && x < right && y > top && y < bottom))).toEqual([])
}

describe('names around a centre', () => {
	it.each([[12, [4, 3, 0, 0, 0]], [30, [12, 8, 4, 0, 0, 0]], [60, [20, 14, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], [30, Array.from({ length: 30 }, () => 0)], [60, Array.from({ length: 60 }, () => 0)]])('of %d neighbours are all drawn, cross nothing and are over nothing', (count, sizes) => {
		for (const width of [908, 1036]) {
			const placing = place(sizes, width)
			expect(placing.nodes).toHaveLength(count)
			expectReadable(placing, width)
		}
	})

	it('can be read whatever there is, wide or narrow', () => {
		fc.assert(fc.property(fc.array(fc.nat(40), { maxLength: 70 }), fc.constantFrom(480, 660, 819, 820, 1036), (sizes, width) => {
			expectReadable(place(sizes, width), width)
		}), { numRuns: 40 })
	})

	it('can be pressed: at least 24 pixels high, none over another', () => {
		const { nodes } = place([20, 14, 12, 0, 0, 0, 0, 0], 908)
		for (const [i, { box }] of nodes.entries()) {
			expect(Math.min(box.height, box.width)).toBeGreaterThanOrEqual(24)
			expect(nodes.slice(i + 1).filter(({ box: other }) => box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height)).toEqual([])
		}
	})

	it('show a number of others if not all of them are drawn', () => {
		const written = place([83, 2], 908).nodes.flatMap(({ lines }) => lines.map(({ text }) => text))
		expect(written).toContain('et 27 autres')
		expect(place(Array.from({ length: 90 }, () => 0), 908).nodes.at(-1)).toMatchObject({ node: null, more: 31 })
	})

	it('have their bonds in two lines, one below the other', () => {
		const lines = (words: string) => placeAround('Nadège', cutTo([{ ...branch(4, 1), words }], 60), 908, measure, others).nodes[0]!.lines.slice(1).map(({ text }) => text)
		expect(lines('facilite · 2 h par semaine')).toEqual(['facilite', '2 h par semaine'])
		expect(lines('prend soin des gouttières et de la citerne')).toEqual(['prend soin des', 'gouttières et de la ci…'])
	})

	it('have room for whole names of people', () => {
		const written = place([4, 3, 0, 0], 908).nodes.flatMap(({ lines }) => lines.map(({ text }) => text))
		expect(written).toContain('Odile Marcenac')
		expect(written).toContain('Maëlle Roumégous')
	})
})
