/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RegionFile, TerritoryIndex } from '../../territory/model.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTerritories } from '../../../scripts/territories.mjs'
import { territoriesOf } from '../../territory/model.ts'
import { searchEntries } from '../../territory/search.ts'
import { readPlaces, regionsOf } from './places.ts'

const built = buildTerritories()
const index = built.index as unknown as TerritoryIndex
const known = { index, entries: searchEntries(territoriesOf(built.regions['76'] as unknown as RegionFile)) }
const read = (cell: string, insee = false) => readPlaces(cell, known, {}, insee)
const codes = (cell: string, insee = false) => read(cell, insee).places.map(({ code }) => code)

describe('the places of a cell', () => {
	it.each([
		['Limoux', ['11206']],
		['LIMOUX CEDEX 1', ['11206']],
		['11300 Limoux', ['11206']],
		['Limoux (11)', ['11206']],
		['Limoux 11', ['11206']],
		['ST AFFRIQUE', ['12208']],
		['le vigan', ['30350']],
		['Aude', ['11']],
		['11', ['11']],
		['Limoux; Quillan\nCC du Limouxin', ['11206', '11304', '200071926']],
		['Occitanie', ['76']],
		['Aigues-Vives (30)', ['30004']],
		['30670 Aigues-Vives', ['30004']],
	])('%j are %j', (cell, expected) => {
		expect(codes(cell)).toEqual(expected)
		expect(read(cell).doubts).toEqual([])
	})

	it('are not guessed: several of a name, none, or a code that may be a postcode', () => {
		expect(read('Aigues-Vives').doubts).toMatchObject([{ text: 'Aigues-Vives', candidates: { length: 4 } }])
		expect(read('Atlantide')).toEqual({ places: [], doubts: [{ text: 'Atlantide', candidates: [] }] })
		expect(read('Limou').doubts[0]!.candidates[0]).toMatchObject({ name: 'Limoux' })
		expect(read('11206').doubts).toMatchObject([{ candidates: [{ name: 'Limoux' }] }])
		expect(read('11300')).toMatchObject({ places: [], doubts: [{ text: '11300' }] })
	})

	it('follow the heading of a code, and the choice of a person', () => {
		expect(codes('11206', true)).toEqual(['11206'])
		const chosen = { code: '30004', kind: 'commune' as const, name: 'Aigues-Vives' }
		expect(readPlaces('Aigues-Vives', known, { 'Aigues-Vives': chosen }).places).toEqual([chosen])
		expect(readPlaces('Aigues-Vives', known, { 'Aigues-Vives': null })).toMatchObject({ places: [], doubts: [{}] })
	})

	it('every commune is found by its name and département', () => {
		const communes = known.entries.filter(({ place }) => place.kind === 'commune')
		fc.assert(fc.property(fc.constantFrom(...communes), (entry) => {
			const twins = communes.filter((other) => other.name === entry.name && other.departement?.code === entry.departement?.code)
			const { places, doubts } = read(`${entry.place.name.toUpperCase()} (${entry.departement!.code})`)
			const proposed = [...places, ...doubts.flatMap(({ candidates }) => candidates)].map(({ code }) => code)
			expect(proposed).toEqual(expect.arrayContaining(twins.map(({ place }) => place.code)))
			expect(doubts).toHaveLength(twins.length === 1 ? 0 : 1)
		}), { numRuns: 300 })
	})

	it('any text is read without an error: each of its parts certain or in doubt', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const { places, doubts } = read(text)
			expect(places.length + doubts.length).toBe(text.split(/[;\n/]+/).filter((part) => part.trim() !== '').length)
		}))
	})
})

it('the regions to fetch follow from the codes', () => {
	expect(regionsOf(['Limoux (11)', '29200 Brest', 'Ajaccio 2A', '97400 Saint-Denis', 'Nulle part'], index)).toEqual(['76', '53', '94', '04'])
})
