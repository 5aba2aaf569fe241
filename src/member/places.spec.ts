/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { distinguish } from './places.ts'

const choice = (id: string, label: string) => ({ id, label, count: 1 })

it('distinguishes places of the same name, and explains places larger than expected', () => {
	const distinguished = distinguish([
		choice('region:76', 'Occitanie'),
		choice('departement:46', 'Lot'),
		choice('commune:11206', 'Limoux'),
		choice('epci:200043776', 'CC du Limouxin'),
		choice('commune:11001', 'Aigues-Vives'),
		choice('commune:30004', 'Aigues-vives'),
		choice('commune:97411', 'Saint-Denis'),
		choice('commune:93066', 'Saint Denis'),
		choice('departement:75', 'Paris'),
		choice('commune:75056', 'Paris'),
		choice('12', 'no place'),
	])
	expect(Object.fromEntries(distinguished)).toEqual({
		'region:76': { kind: 'region' },
		'departement:46': { kind: 'departement' },
		'commune:11001': { kind: 'commune', departement: '11' },
		'commune:30004': { kind: 'commune', departement: '30' },
		'commune:97411': { kind: 'commune', departement: '974' },
		'commune:93066': { kind: 'commune', departement: '93' },
		'departement:75': { kind: 'departement' },
		'commune:75056': { kind: 'commune' },
	})
})
