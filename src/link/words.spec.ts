/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { register, unregister } from '@nextcloud/l10n'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { madeBond, sampleBond } from './testing/sample.ts'
import { aroundWords, linkWords, neighbourLine } from './words.ts'

const speak = (language: string) => vi.stubGlobal('OCA', { Reseau: { language } })

afterEach(() => {
	unregister('reseau')
	vi.unstubAllGlobals()
})

describe('the title, in French', () => {
	it.each([
		['Quitterie Loubensan', 'Autour de Quitterie Loubensan'],
		['Odile Marcenac', 'Autour d’Odile Marcenac'],
		['Élise de Aze', 'Autour d’Élise de Aze'],
		['Hélène Roux', 'Autour d’Hélène Roux'],
		['Yves Roux', 'Autour d’Yves Roux'],
		['Yamina Ould-Saïd', 'Autour de Yamina Ould-Saïd'],
	])('of %s is %s', (title, words) => {
		speak('fr')
		register('reseau', { 'Around {name}': 'Autour de {name}' })
		expect(aroundWords({ type: 'member', title })).toBe(words)
	})
})

it('titles are quoted, names of people are not', () => {
	expect(aroundWords({ type: 'group', title: 'Eau de pluie' })).toBe('Around “Eau de pluie”')
	expect(aroundWords({ type: 'member', title: 'Odile' })).toBe('Around Odile')
})

describe('the line of a neighbour', () => {
	it('says first that it is gone, and the same words once', () => {
		expect(neighbourLine('Odile', { title: 'Eau', gone: true, bonds: [sampleBond('wrote it')] })).toBe('no longer exists · wrote it')
		expect(neighbourLine('Odile', { title: 'Eau', gone: false, bonds: [sampleBond('a'), sampleBond('b'), sampleBond('a')] })).toBe('a · b')
	})

	it('is a whole sentence for a link, from the thing it is next to', () => {
		expect(neighbourLine('Odile', { title: 'Eau', gone: false, bonds: [sampleBond('takes part'), madeBond(1, {}, 'carries')] })).toBe('takes part · Odile carries Eau')
		expect(neighbourLine('Eau', { title: 'Odile', gone: false, bonds: [madeBond(1, { inverse: true }, 'is carried by')] })).toBe('Eau is carried by Odile')
	})
})

it('the title of a language that elides otherwise', () => {
	speak('es')
	register('reseau', { 'Around {name}': 'Alrededor de {name}' })
	expect(aroundWords({ type: 'member', title: 'Odile' })).toBe('Alrededor de Odile')
})

it('a sentence elides in the languages that do', () => {
	expect(linkWords('Odile', 's’inspire de', 'Eau')).toBe('Odile s’inspire de Eau')
	speak('fr')
	expect(linkWords('Odile', 's’inspire de', 'Eau')).toBe('Odile s’inspire d’Eau')
	speak('oc')
	expect(linkWords('Odile', 's’inspira de', 'Aiga')).toBe('Odile s’inspira d’Aiga')
})
