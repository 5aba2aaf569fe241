/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { fitsName, footAddresses, nearAddress, plausibility } from './address.ts'

describe('an address and a name', () => {
	it.each([
		['odile.marcenac@example.org', true],
		['Marcenac_Odile@example.org', true],
		['omarcenac@example.org', true],
		['odilem@example.org', true],
		['odileo@example.org', false],
		['odilea@example.org', false],
		['dmarcenac@example.org', false],
		['odile@example.org', false],
		['marcenac@example.org', false],
		['contact@example.org', false],
		['@example.org', false],
	])('%s fits Odile Marcenac: %s', (address, fits) => {
		expect(fitsName(address, 'Odile Marcenac')).toBe(fits)
	})

	it('fits a family name of several words, and no name of one word', () => {
		expect(fitsName('ibouhaddad@example.org', 'Inès Bou Haddad')).toBe(true)
		expect(fitsName('odile@example.org', 'Odile')).toBe(false)
	})
})

describe('how plausible an address is', () => {
	it.each([
		['odile.marcenac@example.org', 'Odile Marcenac', 3],
		['odile.marcenac@example.org', undefined, 1],
		['odilemarcenac@example.org', 'Odile Marcenac', 2],
		['contact@example.org', 'Odile Marcenac', 0],
		['od1le.marcenac@example.org', undefined, -1],
		['2024@example.org', undefined, 0],
		['contact@examp1e.org', undefined, -1],
	])('%s of %s: %i', (address, name, points) => {
		expect(plausibility(address, name)).toBe(points)
	})
})

describe('two addresses', () => {
	it.each([
		['odile@example.org', 'odile@example.org', false],
		['odile@example.org', 'Odile@Example.org', false],
		['odile.m@example.org', 'odilem@example.org', true],
		['odile@example.org', 'odi1e@example.org', true],
		['odile@example.org', 'odi11e@example.org', true],
		['odile@example.org', 'linh@example.org', false],
	])('%s and %s are one, misread: %s', (one, other, near) => {
		expect(nearAddress(one, other)).toBe(near)
	})
})

describe('the foot of a page', () => {
	it.each([
		['mailto:a@example.org', ['a@example.org']],
		['<mailto:a@example.org>, <mailto:b@example.org?subject=Eau>;', ['a@example.org', 'b@example.org']],
		['MAILTO : a@example.org', ['a@example.org']],
		['mailto:a@example.org et son ami', null],
		['Écrire à mailto:a@example.org', null],
	])('%s', (text, addresses) => {
		expect(footAddresses(text)).toEqual(addresses)
	})
})
