/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { register, setLanguage, unregister } from '@nextcloud/l10n'
import { afterEach, describe, expect, it } from 'vitest'
import { sampleBond } from './testing/sample.ts'
import { aroundWords, neighbourLine } from './words.ts'

describe('the title, in French', () => {
	afterEach(() => {
		unregister('reseau')
		setLanguage('en')
	})

	it.each([
		['Quitterie Loubensan', 'Autour de Quitterie Loubensan'],
		['Odile Marcenac', 'Autour d’Odile Marcenac'],
		['Élise de Aze', 'Autour d’Élise de Aze'],
		['Hélène Roux', 'Autour d’Hélène Roux'],
		['Yves Roux', 'Autour d’Yves Roux'],
		['Yamina Ould-Saïd', 'Autour de Yamina Ould-Saïd'],
	])('of %s is %s', (title, words) => {
		setLanguage('fr')
		register('reseau', { 'Around {name}': 'Autour de {name}' })
		expect(aroundWords({ type: 'member', title })).toBe(words)
	})
})

it('titles are quoted, names of people are not', () => {
	expect(aroundWords({ type: 'group', title: 'Eau de pluie' })).toBe('Around “Eau de pluie”')
	expect(aroundWords({ type: 'member', title: 'Odile' })).toBe('Around Odile')
})

it('deleted things say so first', () => {
	expect(neighbourLine({ gone: true, bonds: [sampleBond('inspired by')] })).toBe('no longer exists · inspired by')
	expect(neighbourLine({ gone: false, bonds: [sampleBond('a'), sampleBond('b')] })).toBe('a · b')
})
