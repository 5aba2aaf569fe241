// SPDX-FileCopyrightText: 2026 Réseau contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { isTotal } from './totals.ts'

it.each([
	[['Total', '', '40']],
	[['', '', 'TOTAL :', '40', '1 250,50 €']],
	[['Total général', '12']],
	[['Sous-total', '3,5']],
	[['40', 'Total d’inscrits']],
	[['Nombre de participantes', '63']],
	[['Effectif : 12 personnes']],
])('%j sums up a list', (cells) => {
	expect(isTotal({ cells })).toBe(true)
})

it.each([
	[['Zoé', 'Total', 'zoe@example.org']],
	[['Total', 'Énergies', '']],
	[['Martin', '', '40']],
	[['40', '12']],
	[['']],
	[['Comte Total']],
])('%j is a person', (cells) => {
	expect(isTotal({ cells })).toBe(false)
})
