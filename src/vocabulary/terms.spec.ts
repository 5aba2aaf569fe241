/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/vocabulary-limits.json'
import { TERM_LIMITS } from './model.ts'
import { labelsOf, meaningOf, termLabels } from './terms.ts'

const labels = termLabels({
	values: [{ id: 'ecoute', label: 'Écoute' }],
	sectors: [{ id: 'energie', label: 'Énergie' }],
	themes: [],
	publics: [{ id: 'elus', label: 'Élues et élus' }],
})

it('writes labels for ids and leaves the person’s own words', () => {
	expect(labelsOf(labels, ['ecoute', 'elus', 'Parole donnée'])).toEqual(['Écoute', 'Élues et élus', 'Parole donnée'])
	expect(labelsOf(labels, undefined)).toEqual([])
	expect(termLabels(undefined).size).toBe(0)
})

it('keeps to the limits of the server', () => {
	expect(TERM_LIMITS).toEqual(limits)
})

it('resolves a word to its current term', () => {
	const words = {
		values: [
			{ id: 'ecoute', label: 'Écoute', spellings: ['Oreille'] },
			{ id: 'soin', label: 'Écoute', spellings: ['Le soin'], mergedInto: 'ecoute' },
			{ id: 'lenteur', label: 'Lenteur', retired: true as const },
		],
		sectors: [{ id: 'arts', label: 'Arts et culture', mergedInto: 'arts-culture' }, { id: 'arts-culture', label: 'Arts et culture' }],
		themes: [{ id: 'rire', label: 'Rire' }],
		publics: [{ id: 'rire-2', label: 'Rire' }],
	}
	const meaning = meaningOf(words, ['values'])
	expect(['ecoute', 'soin', 'LE SOIN', 'oreille', 'arts', 'Lenteur'].map(meaning)).toEqual(['ecoute', 'ecoute', 'ecoute', 'ecoute', 'arts-culture', 'lenteur'])
	// An own word is one of the list it was written for: the label of a theme is no value.
	expect(['Rire', 'Autre'].map(meaning)).toEqual(['Rire', 'Autre'])
	expect(['Rire', 'Écoute'].map(meaningOf(words, ['themes', 'publics']))).toEqual(['rire', 'Écoute'])
	expect(['Rire', 'soin'].map(meaningOf(words))).toEqual(['Rire', 'ecoute'])
	expect(meaningOf(undefined)('soin')).toBe('soin')
})
