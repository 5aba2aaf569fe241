/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Cluster, Overview } from './clusters.ts'
import type { Discs } from './discs.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largest, nameOf, namesOf, placeDiscs } from './discs.ts'

const measure = (text: string, size: number) => text.length * size * 0.55
const counted = (people: number) => `${people} personnes`
const hub = (key: string, kind: 'group' | 'theme', label: string) => ({ key, kind, label, people: 3 })

function cluster(people: number, i: number): Cluster {
	return {
		key: `g${i}`,
		groups: [hub(`g${i}`, 'group', 'Petites villes, grandes vitrines')],
		themes: i % 3 === 0 ? [] : [hub(`ta${i}`, 'theme', 'Alimentation et agriculture locale'), hub(`tb${i}`, 'theme', 'Eau')],
		members: Array.from({ length: people }, (_, j) => ({ key: `m${i} ${j}`, kind: 'member', label: 'Odile' })),
	}
}

function overview(sizes: number[]): Overview {
	const clusters = sizes.map(cluster)
	return { clusters, bonds: clusters.flatMap((_, b) => clusters.slice(0, b).map((_other, a) => ({ a, b, people: 1 + a + b }))) }
}

describe('clusters', () => {
	it('are called by their themes, else by their groups', () => {
		expect(namesOf(cluster(3, 1))).toEqual(['Alimentation et agriculture locale', 'Eau'])
		expect(namesOf(cluster(3, 3))).toEqual(['Petites villes, grandes vitrines'])
		expect(nameOf(cluster(3, 1))).toBe('Alimentation et agriculture locale · Eau')
	})

	it('have names in two lines if one has no space for them', () => {
		const [{ lines }] = placeDiscs(overview([3, 9, 9, 9, 9, 9]), 908, measure, counted).discs as [Discs['discs'][number]]
		expect(lines.map(({ text }) => text)).toEqual(['Petites villes,', 'grandes vitrines', '3 personnes'])
		const [, { lines: others }] = placeDiscs(overview([3, 9]), 908, measure, counted).discs as [unknown, Discs['discs'][number]]
		expect(others.map(({ text }) => text)).toEqual(['Alimentation et agriculture', 'locale', 'Eau', 'Petites villes, grandes vitrines', '9 personnes'])
	})

	it('are drawn without overlap, in their disc, on the drawing', () => {
		fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 16 }), fc.constantFrom(480, 660, 908, 1036), (sizes, width) => {
			const { discs, height, lines } = placeDiscs(overview(sizes), width, measure, counted)
			expect(discs).toHaveLength(Math.min(12, sizes.length))
			expect(lines).toHaveLength(discs.length * (discs.length - 1) / 2)
			for (const [i, { x, y, r, lines: texts }] of discs.entries()) {
				expect(x - r).toBeGreaterThanOrEqual(0)
				expect(x + r).toBeLessThanOrEqual(width)
				expect(y - r).toBeGreaterThanOrEqual(0)
				expect(y + r).toBeLessThanOrEqual(height)
				expect(discs.slice(i + 1).filter((other) => Math.hypot(x - other.x, y - other.y) < r + other.r)).toEqual([])
				for (const { text, y: middle, size } of texts) {
					const edge = Math.abs(middle - y) + size / 2
					expect(Math.hypot(measure(text, size) / 2, edge)).toBeLessThanOrEqual(r)
				}
			}
		}), { numRuns: 60 })
	})

	it('are smaller where two large ones would not be next to each other', () => {
		for (const sizes of [[9, 9], [9, 9, 9, 9]]) {
			const { discs } = placeDiscs(overview(sizes), 480, measure, counted)
			discs.forEach(({ x, y, r }, i) => expect(discs.slice(i + 1).filter((other) => Math.hypot(x - other.x, y - other.y) < r + other.r)).toEqual([]))
		}
	})

	it('are placed where many are equally large, on a narrow drawing as well', () => {
		for (const width of [320, 480, 660, 908, 1036]) {
			for (let count = 1; count <= 12; count++) {
				for (const people of [() => 9, (i: number) => 300 >> (i % 2 * 4), (i: number) => i === 0 ? 300 : 1]) {
					const { discs, height } = placeDiscs(overview(Array.from({ length: count }, (_, i) => people(i))), width, measure, counted)
					expect(discs).toHaveLength(count)
					expect(height).toBeLessThan(count * 300)
				}
			}
		}
	})

	it('stay where they are if a person joins one', () => {
		const [before, after] = [[40, 12, 30, 8], [40, 13, 30, 8]].map((sizes) => placeDiscs(overview(sizes), 908, measure, counted).discs)
		before!.forEach(({ x, y }, i) => expect(Math.hypot(x - after![i]!.x, y - after![i]!.y)).toBeLessThan(24))
	})

	it('are the largest, where there are many', () => {
		const sizes = [1, 20, 3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0, 40]
		expect(largest(overview(sizes)).map(({ members }) => members.length)).toEqual([20, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 40])
	})
})
