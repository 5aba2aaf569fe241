/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { labelled, termLabels } from './terms.ts'

const labels = termLabels({
	values: [{ id: 'ecoute', label: 'Écoute' }],
	sectors: [{ id: 'energie', label: 'Énergie' }],
	themes: [],
	publics: [{ id: 'elus', label: 'Élues et élus' }],
})

it('writes labels for ids and leaves the person’s own words', () => {
	expect(labelled(labels, ['ecoute', 'elus', 'Parole donnée'])).toEqual(['Écoute', 'Élues et élus', 'Parole donnée'])
	expect(labelled(labels, undefined)).toEqual([])
	expect(termLabels(undefined).size).toBe(0)
})
