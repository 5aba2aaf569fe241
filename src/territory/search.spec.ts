/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RegionFile } from './model.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTerritories } from '../../scripts/territories.mjs'
import { territoriesOf } from './model.ts'
import { findPlaces, searchEntries } from './search.ts'

const file = buildTerritories().regions['76'] as unknown as RegionFile
const occitanie = searchEntries(territoriesOf(file))
const names = (query: string, limit?: number) => findPlaces(query, occitanie, limit).map(({ place }) => place.name)

describe('find', () => {
	it.each([
		['Limoux', 'Limoux'],
		['carmau', 'Carmaux'],
		['BEZIERS', 'Béziers'],
		['lodeve', 'Lodève'],
		['saint affrique', 'Saint-Affrique'],
		['st-affrique', 'Saint-Affrique'],
		['st girons', 'Saint-Girons'],
		['ste eulalie d\'olt', 'Sainte-Eulalie-d\'Olt'],
		['sainte eulalie d’olt', 'Sainte-Eulalie-d\'Olt'],
		['vigan gard', 'Le Vigan'],
		['limouxin', 'CC du Limouxin'],
		['cc limouxin', 'CC du Limouxin'],
		['communauté de communes du limouxin', 'CC du Limouxin'],
		['coeur de causse', 'Cœur de Causse'],
		['occitanie', 'Occitanie'],
		['haute garonne', 'Haute-Garonne'],
		['tarn', 'Tarn'],
		['gorges aveyron', 'CC du Quercy Rouergue et des Gorges de l\'Aveyron'],
	])('%s → %s first', (query, name) => {
		expect(names(query)[0]).toBe(name)
	})

	it.each(['', '   ', '…', 'zzzz', 'limoux gard'])('finds nothing for “%s”', (query) => {
		expect(names(query)).toEqual([])
	})

	it('lists the name itself before names that begin with it, and those before names with the word in them', () => {
		expect(names('toulouse')).toEqual(['Toulouse', 'Toulouse Métropole', 'Vieille-Toulouse'])
	})

	it('distinguishes communes with the same name', () => {
		const twins = findPlaces('aigues-vives', occitanie, 4)
		expect(twins.map(({ departement }) => departement?.name)).toEqual(['Ariège', 'Aude', 'Gard', 'Hérault'])
		expect(twins.every(({ twin }) => twin)).toBe(true)
		expect(findPlaces('aigues-vives herault', occitanie).map(({ departement }) => departement?.code)).toEqual(['34'])
		expect(findPlaces('aigues vives 30', occitanie).map(({ departement }) => departement?.code)).toEqual(['30'])
		expect(findPlaces('limoux', occitanie)[0]!.twin).toBe(false)
	})

	it('keeps to the limit', () => {
		expect(names('s', 7)).toHaveLength(7)
	})
})

describe('find, with any input', () => {
	const any = fc.constantFrom(...occitanie)

	it('finds every place by its own name, in any notation', () => {
		fc.assert(fc.property(any, fc.constantFrom(
			(name: string) => name,
			(name: string) => name.toUpperCase(),
			(name: string) => name.normalize('NFD').replace(/\p{M}/gu, ''),
			(name: string) => name.replaceAll('-', ' ').replaceAll('\'', '’'),
			(name: string) => name.replace(/^Saint(e?)-/, 'St$1 '),
			(name: string) => ` ${name} `,
		), ({ place }, write) => {
			const found = findPlaces(write(place.name), occitanie, 50).map((entry) => entry.place)
			expect(found).toContain(place)
			expect(found[0]!.name.length).toBeLessThanOrEqual(place.name.length + 20)
		}), { numRuns: 300 })
	})

	it('finds every place by the beginning of its name', () => {
		fc.assert(fc.property(any, fc.integer({ min: 3, max: 12 }), ({ place }, length) => {
			const found = findPlaces(place.name.slice(0, length), occitanie, 10_000)
			expect(found.map((entry) => entry.place)).toContain(place)
		}))
	})

	it('accepts any input, and lists each place once', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (query) => {
			const found = findPlaces(query, occitanie, 10_000)
			expect(new Set(found).size).toBe(found.length)
		}))
	})
})
