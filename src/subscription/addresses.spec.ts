/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { readTable } from '../shared/lib/readTable.ts'
import { addressReport, composeAddresses, proposeAddressColumns } from './addresses.ts'

const table = (text: string, heading = true) => readTable(text, { delimiter: ';', heading, quotes: true })

describe('the columns of a list of addresses', () => {
	it.each([
		['Prénom;Nom;Courriel;Accord le;Comment\nBerthe;Fournil;b@example.org;12/11/2026;foire', ['name', 'name', 'address', 'date', 'how']],
		['Ville;Adresse\nLimoux;b@example.org\nAlet;c@example.org', ['', 'address']],
		['email\nb@example.org', ['address']],
		['Nom;Date d’accord;Mode d’accord;Mail\nB;1/2/2026;papier;b@example.org', ['name', 'date', 'how', 'address']],
		['Nom;Ville\nB;Limoux', ['name', '']],
	])('are proposed: %s', (text, columns) => {
		expect(proposeAddressColumns(table(text))).toEqual(columns)
	})

	it('are found without a heading', () => {
		expect(proposeAddressColumns(table('Berthe;b@example.org\n;c@example.org', false))).toEqual(['', 'address'])
	})
})

describe('the rows', () => {
	const rows = table('Prénom;Nom;Courriel;Accord le;Comment\nBerthe;Fournil;Berthe <b@example.org>;12/11/2026;à la foire\n;;c@example.org;;\nB;F;B@Example.org;;\nX;;pas une adresse;hier;').rows
	const columns = ['name', 'name', 'address', 'date', 'how'] as const

	it('have their own day and manner, else those of the file', () => {
		expect(composeAddresses(rows, columns, { date: '2026-11-20', how: 'Registre' })).toEqual([
			{ position: 2, address: 'b@example.org', name: 'Berthe Fournil', date: '2026-11-12', how: 'à la foire', twice: false },
			{ position: 3, address: 'c@example.org', name: '', date: '2026-11-20', how: 'Registre', twice: false },
			{ position: 4, address: 'B@Example.org', name: 'B F', date: '2026-11-20', how: 'Registre', twice: true },
			{ position: 5, address: 'pas une adresse', name: 'X', date: 'hier', how: 'Registre', twice: false },
		])
	})

	it('have none where the file has none', () => {
		expect(composeAddresses(rows, columns, null)[1]).toMatchObject({ date: '', how: '' })
	})

	it('are all in the report once something is known of them', () => {
		const composed = composeAddresses(rows, columns, null)
		expect(addressReport(composed, new Map())).toEqual([{ position: 4, outcome: 'skipped', why: 'duplicate_row', name: 'B F', address: 'B@Example.org' }])
		const report = addressReport(composed, new Map([[2, { position: 2, outcome: 'made' }], [5, { position: 5, outcome: 'skipped', why: 'bad_address', field: 'email' }]]))
		expect(report.map(({ position, why }) => [position, why])).toEqual([[2, undefined], [4, 'duplicate_row'], [5, 'bad_address']])
	})
})
