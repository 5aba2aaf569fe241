/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVcard, VCARD_COLUMNS } from './readVcard.ts'

const row = (text: string) => Object.fromEntries(VCARD_COLUMNS.map((name, i) => [name, readVcard(text).rows[0]!.cells[i]]))

describe('address cards', () => {
	it('of version 3 are read, folded lines and escapes included', () => {
		expect(row([
			'BEGIN:VCARD', 'VERSION:3.0', 'N:Ould-Saïd;Yamina;;;', 'FN:Yamina Ould-', ' Saïd', 'ORG:La Borie;Filature', 'TITLE:Feutrière',
			'EMAIL;TYPE=INTERNET:autre@example.org', 'EMAIL;TYPE=INTERNET,PREF:yamina@example.org', 'TEL;TYPE=CELL:01 99 00 11 06',
			'ADR;TYPE=HOME:;;3 rue du Four;Mazamet;;81200;France', 'NOTE:une\\, deux\\; trois', 'CATEGORIES:laine,feutre', 'UID:u-1', 'END:VCARD',
		].join('\r\n'))).toEqual({
			FN: 'Yamina Ould-Saïd',
			ORG: 'La Borie, Filature',
			ROLE: 'Feutrière',
			EMAIL: 'yamina@example.org',
			TEL: '01 99 00 11 06',
			URL: '',
			ADR: '81200 Mazamet',
			CATEGORIES: 'laine; feutre',
			NOTE: 'une, deux; trois',
			UID: 'u-1',
		})
	})

	it('of version 4 are read, and the name is composed of its parts if there is no other', () => {
		expect(row('BEGIN:VCARD\nVERSION:4.0\nN:Cantaloube;Peire;;;\nTEL;VALUE=uri;PREF=1:tel:+33-1-99-00-11-06\nURL:https://www.example.org\nEND:VCARD\n'))
			.toMatchObject({ FN: 'Peire Cantaloube', TEL: '+33-1-99-00-11-06', URL: 'https://www.example.org' })
	})

	it('that are broken or of an old version are listed by number; the others are imported', () => {
		const { rows, broken } = readVcard([
			'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD',
			'BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE:L=C3=A9o\nEND:VCARD',
			'BEGIN:VCARD\nVERSION:3.0\nkein Doppelpunkt\nEND:VCARD',
			'BEGIN:VCARD\nVERSION:3.0\nFN:Zoé\nEND:VCARD',
		].join('\n'))
		expect(rows.map(({ position, cells }) => [position, cells[0]])).toEqual([[1, 'Ana'], [4, 'Zoé']])
		expect(broken).toEqual([2, 3])
	})

	it('any text between the two markers is read or reported', () => {
		fc.assert(fc.property(fc.string({ unit: fc.constantFrom('F', 'N', ':', ';', '\n', ' ', '=', '"', 'é', '\\', ',') }), (text) => {
			const { rows, broken } = readVcard(`BEGIN:VCARD\nVERSION:3.0\n${text}\nEND:VCARD`)
			expect(rows.length + broken.length).toBe(1)
		}))
	})

	it('a file without any is reported', () => {
		expect(readVcard('BEGIN:VCARD\nVERSION:3.0').problem).toEqual({ kind: 'no_rows' })
	})
})
