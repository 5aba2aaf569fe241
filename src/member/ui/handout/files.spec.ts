/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Handout } from '../../model.ts'

import ICAL from 'ical.js'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { writeHandouts } from './files.ts'

const yvonne: Handout = {
	id: 7,
	uid: null,
	name: '=HYPERLINK("https://example.org")',
	joined: '2026-01-15',
	headline: '+ de laine',
	seeks: [{ text: 'Une fibre', terms: ['wool'], kind: 'equipment' }, { text: 'Du temps', terms: [] }],
	values: ['listening', 'Lenteur'],
	sectors: ['craft'],
	territories: [{ kind: 'commune', code: '81163', name: 'Mazamet' }],
	contact: { phone: '+33 5 00' },
	steward: { uid: 'ida', name: 'Ida' },
}
const fournil: Handout = { id: 9, uid: null, kind: 'organisation', name: 'Le Fournil', joined: '2026-01-15', steward: { uid: 'ida', name: 'Ida' } }
const jo: Handout = { id: 8, uid: 'jo', name: 'Jo', joined: '2026-01-15' }
const context = {
	network: 'La Cordée',
	labels: new Map([['wool', 'Wool'], ['listening', 'Listening'], ['craft', 'Craft']]),
	addressOf: (id: number) => `https://cloud.example.org/members/${id}`,
	now: new Date(2026, 10, 24),
}

it('a spreadsheet says each part in plain words, and calculates nothing', async () => {
	const { data, errors } = Papa.parse<Record<string, string>>(String(await writeHandouts([yvonne, jo], 'csv', context)).slice(1), { header: true })
	expect(errors).toEqual([])
	expect(data[0]).toEqual({
		Name: '\'=HYPERLINK("https://example.org")',
		'Kind of card': 'Person',
		'In short': '\'+ de laine',
		'Driven by': '',
		Seeks: 'Une fibre (Equipment, Wool)\nDu temps',
		Offers: '',
		Skills: '',
		Values: 'Listening; Lenteur',
		Sector: 'Craft',
		Occupation: '',
		Place: 'Mazamet',
		Languages: '',
		Networks: '',
		Organisation: '',
		Role: '',
		Available: '',
		Limits: '',
		Email: '',
		Phone: '\'+33 5 00',
		Website: '',
		'Kept by': 'Card kept by Ida',
		'Address of the card': 'https://cloud.example.org/members/7',
		'Exported on': 'November 24, 2026',
	})
	expect(data[1]!.Name).toBe('Jo')
	expect(Object.values(data[1]!).filter((cell) => cell !== '')).toHaveLength(4)
})

it('an address book has one card each, with the remaining parts in the note', async () => {
	const [first, second, ...others] = ICAL.parse(String(await writeHandouts([yvonne, jo], 'vcard', context))) as unknown as string[]
	expect(others).toEqual([])
	const card = new ICAL.Component(first!)
	expect(card.getFirstPropertyValue('fn')).toBe(yvonne.name)
	expect(card.getFirstProperty('categories')?.getValues()).toEqual(['Listening', 'Lenteur'])
	expect(card.getFirstPropertyValue('tel')).toBe('+33 5 00')
	expect(String(card.getFirstPropertyValue('note')).split('\n')).toEqual([
		'In short: + de laine',
		'Seeks: Une fibre (Equipment, Wool) · Du temps',
		'Place: Mazamet',
		'Sector: Craft',
		'Card kept by Ida',
		'Exported from Réseau, La Cordée, on November 24, 2026.',
	])
	expect(new ICAL.Component(second!).getFirstPropertyValue('note')).toBe('Exported from Réseau, La Cordée, on November 24, 2026.')
})

it('a spreadsheet says which cards are of organisations', async () => {
	const { data } = Papa.parse<Record<string, string>>(String(await writeHandouts([fournil], 'csv', context)).slice(1), { header: true })
	expect(data[0]).toMatchObject({ Name: 'Le Fournil', 'Kind of card': 'Organisation', 'Kept by': 'Organisation, card kept by Ida' })
})
