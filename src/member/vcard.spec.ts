/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Handout } from './model.ts'

import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { vcardOf } from './vcard.ts'

const words = { address: 'https://cloud.example.org/apps/reseau/members/7', categories: [], note: '' }
const yvonne: Handout = { id: 7, uid: 'yvonne', name: 'Yvonne Cazalis', joined: '2026-01-15' }

/** What an address book reads. */
function read(text: string) {
	const card = new ICAL.Component(ICAL.parse(text) as unknown as string)
	const value = (name: string) => card.getFirstPropertyValue(name)
	return {
		version: value('version'),
		kind: value('kind'),
		name: value('fn'),
		uid: value('uid'),
		title: value('title'),
		role: value('role'),
		organisation: [value('org')].flat()[0],
		place: value('adr') as unknown as string[] | null,
		mail: value('email'),
		phone: value('tel'),
		website: value('url'),
		categories: card.getFirstProperty('categories')?.getValues() ?? [],
		note: value('note'),
	}
}

describe('a card for an address book', () => {
	it('has the parts that an address book supports, and the rest in its note', () => {
		const text = vcardOf({
			...yvonne,
			trades: ['feutrière', 'tondeuse'],
			role: 'présidente',
			organisation: 'La Toison; Mazamet, Tarn',
			territories: [{ code: '81163', kind: 'commune', name: 'Mazamet' }, { code: '81', kind: 'departement', name: 'Tarn' }],
			contact: { email: 'yvonne@example.org', phone: '+33 5 00 00 00 00', website: 'https://www.example.org/laine' },
		}, { ...words, categories: ['Écoute', 'Lenteur, aussi'], note: 'Cherche : de la laine; noire\nOffre : un séchoir' })
		expect(text.startsWith('BEGIN:VCARD\r\nVERSION:4.0\r\n')).toBe(true)
		expect(text.endsWith('END:VCARD\r\n')).toBe(true)
		expect(read(text)).toEqual({
			version: '4.0',
			kind: 'individual',
			name: 'Yvonne Cazalis',
			uid: words.address,
			title: 'feutrière, tondeuse',
			role: 'présidente',
			organisation: 'La Toison; Mazamet, Tarn',
			place: ['', '', '', 'Mazamet', '', '', ''],
			mail: 'yvonne@example.org',
			phone: '+33 5 00 00 00 00',
			website: 'https://www.example.org/laine',
			categories: ['Écoute', 'Lenteur, aussi'],
			note: 'Cherche : de la laine; noire\nOffre : un séchoir',
		})
	})

	it('leaves out empty parts', () => {
		expect(vcardOf(yvonne, words).split('\r\n')).toEqual(['BEGIN:VCARD', 'VERSION:4.0', 'KIND:individual', `UID:${words.address}`, 'FN:Yvonne Cazalis', 'END:VCARD', ''])
	})

	it('is that of an organisation by its kind and name', () => {
		expect(read(vcardOf({ ...yvonne, uid: null, kind: 'organisation', name: 'Le Fournil', organisation: 'Autre' }, words))).toMatchObject({ kind: 'org', name: 'Le Fournil', organisation: 'Le Fournil' })
	})

	it('has the département in the field for regions', () => {
		expect(read(vcardOf({ ...yvonne, territories: [{ code: '81', kind: 'departement', name: 'Tarn' }] }, words)).place).toEqual(['', '', '', '', 'Tarn', '', ''])
	})

	it('is read back with any content', () => {
		const written = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim()).filter((text) => text !== '')
		fc.assert(fc.property(written, written, written, fc.array(written, { minLength: 1, maxLength: 3 }), written, (name, organisation, place, categories, note) => {
			const text = vcardOf({ ...yvonne, name, organisation, territories: [{ code: '1', kind: 'commune', name: place }] }, { ...words, categories, note: `${note}\n${name}` })
			expect(read(text)).toMatchObject({ name, organisation, place: ['', '', '', place, '', '', ''], categories, note: `${note}\n${name}` })
		}))
	})
})
