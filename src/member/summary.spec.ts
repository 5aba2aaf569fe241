/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { firstName, lineOf, linesOf, nameOf } from './summary.ts'
import { sampleSummary } from './testing/sample.ts'

const hit = (part: 'name' | 'seeks' | 'drives', ...pieces: string[]) => ({ part, pieces })
const plain = sampleSummary({ seeks: 'Une fibre locale', offers: 'Douze machines' })
const found = { ...plain, found: [hit('drives', 'Rien de ce qui est ', 'tissé', ' ne se perd.'), hit('seeks', 'Du ', 'tissu', ''), hit('name', 'Yvonne ', 'Cazalis', '')] }

describe('a tile', () => {
	it('shows what the person seeks and offers', () => {
		expect(linesOf(plain)).toEqual([hit('seeks', 'Une fibre locale'), { part: 'offers', pieces: ['Douze machines'] }])
		expect(linesOf(sampleSummary())).toEqual([])
		expect(nameOf(plain)).toEqual(['Yvonne Cazalis'])
	})

	it('shows instead where words were found, and where else', () => {
		expect(linesOf(found)).toEqual([found.found[1], { part: 'offers', pieces: ['Douze machines'] }, found.found[0]])
		expect(nameOf(found)).toEqual(['Yvonne ', 'Cazalis', ''])
	})
})

it('a row has the most important line of it', () => {
	expect(lineOf(found)).toBe(found.found[0])
	expect(lineOf({ ...plain, found: [found.found[2]!] })).toEqual(hit('seeks', 'Une fibre locale'))
	expect(lineOf(sampleSummary({ offers: 'Douze machines' }))?.part).toBe('offers')
	expect(lineOf(sampleSummary())).toBeUndefined()
})

it.each([['Rémi Castagnède', 'Rémi'], [' Marie-Lou  de Brousse', 'Marie-Lou'], ['Solo', 'Solo'], ['', '']])('greets %s as %s', (name, first) => {
	expect(firstName(name)).toBe(first)
})
