/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RegionFile, Territory } from './model.ts'

import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { buildTerritories } from '../../scripts/territories.mjs'
import members from '../../tests/fixtures/network/members.json'
import { IndexSchema, isSamePlace, liesIn, PLACE_KINDS, RegionSchema, territoriesOf, toPlace } from './model.ts'

const built = buildTerritories()
const regions = Object.values(built.regions) as unknown as RegionFile[]
const everywhere = new Map(regions.map((file) => [file.code, territoriesOf(file)]))
const occitanie = everywhere.get('76')!

function place(kind: string, name: string): Territory {
	return occitanie.find((one) => one.kind === kind && one.name === name)!
}

describe('the files of scripts/territories.mjs', () => {
	it('match the schema of the model', () => {
		expect(v.is(IndexSchema, built.index)).toBe(true)
		expect(regions.filter((file) => !v.is(RegionSchema, file)).map(({ name }) => name)).toEqual([])
	})

	it('come out the same each time', () => {
		expect(JSON.stringify(buildTerritories())).toBe(JSON.stringify(built))
	})

	it('are small to load', () => {
		expect(gzipSync(JSON.stringify(built.regions['76']), { level: 9 }).length).toBeLessThan(38_000)
	})

	it('contain every commune once, and each region what belongs to it', () => {
		const communes = [...everywhere.values()].flat().filter(({ kind }) => kind === 'commune')
		expect(new Set(communes.map(({ code }) => code)).size).toBe(communes.length)
		expect(communes.length).toBeGreaterThan(34_000)
		expect(communes.filter(({ code, name }) => !/^\d[\dAB]\d{3}$/.test(code) || name === '')).toEqual([])
	})

	it('have an index with the file of each département and EPCI', () => {
		const places = (region: string) => everywhere.get(region)!
		expect(Object.entries(built.index.departements).filter(([code, [region, name]]) => !places(region!)
			.some((one) => one.kind === 'departement' && one.code === code && one.name === name))).toEqual([])
		expect(Object.entries(built.index.epci).filter(([code, region]) => !places(region)
			.some((one) => one.kind === 'epci' && one.code === code))).toEqual([])
	})

	it('contain every place of the demo network under its name', () => {
		const places = members.flatMap(({ territories }) => territories)
		expect(places.length).toBeGreaterThan(90)
		expect(places.filter((one) => !occitanie.some(({ kind, code, name }) => kind === one.kind && code === one.code && name === one.name)))
			.toEqual([])
	})
})

describe('territoriesOf', () => {
	it('lists what a commune is in, from near to far', () => {
		expect(place('commune', 'Limoux').around).toEqual([
			{ code: '200071926', kind: 'epci', name: 'CC du Limouxin' },
			{ code: '11', kind: 'departement', name: 'Aude' },
			{ code: '76', kind: 'region', name: 'Occitanie' },
		])
	})

	it('handles an EPCI in two départements', () => {
		const names = place('epci', 'CC du Quercy Rouergue et des Gorges de l\'Aveyron').around.map(({ name }) => name)
		expect(names).toEqual(['Tarn', 'Tarn-et-Garonne', 'Occitanie'])
	})

	it('leaves out the EPCI of an island that has none', () => {
		const ushant = everywhere.get('53')!.find(({ name }) => name === 'Ouessant')!
		expect(ushant.around.map(({ name }) => name)).toEqual(['Finistère', 'Bretagne'])
	})
})

describe('liesIn', () => {
	it.each([
		['commune', 'Limoux', 'epci', 'CC du Limouxin', true],
		['commune', 'Limoux', 'departement', 'Aude', true],
		['commune', 'Limoux', 'region', 'Occitanie', true],
		['commune', 'Limoux', 'departement', 'Ariège', false],
		['epci', 'CC du Limouxin', 'departement', 'Aude', true],
		['departement', 'Aude', 'commune', 'Limoux', false],
		['departement', 'Aude', 'region', 'Occitanie', true],
		['region', 'Occitanie', 'departement', 'Aude', false],
	])('%s %s in %s %s: %s', (kind, name, outerKind, outerName, expected) => {
		expect(liesIn(place(kind, name), place(outerKind, outerName))).toBe(expected)
	})

	const any = fc.constantFrom(...occitanie)

	it('is true for a place and itself, and never in both directions for two', () => {
		fc.assert(fc.property(any, any, (a, b) => {
			expect(liesIn(a, a)).toBe(true)
			expect(liesIn(a, b) && liesIn(b, a)).toBe(isSamePlace(a, b))
		}))
	})

	it('is true from smaller to larger only', () => {
		fc.assert(fc.property(any, (one) => {
			const sizes = one.around.map(({ kind }) => PLACE_KINDS.indexOf(kind))
			expect(sizes.every((size) => size > PLACE_KINDS.indexOf(one.kind))).toBe(true)
			expect(sizes).toEqual([...sizes].sort())
		}))
	})
})

describe('plain', () => {
	it('keeps the fields of a place on a card', () => {
		expect(toPlace(place('commune', 'Limoux'))).toEqual({ code: '11206', kind: 'commune', name: 'Limoux' })
	})
})
