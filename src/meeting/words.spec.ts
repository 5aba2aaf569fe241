/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { setLocale } from '@nextcloud/l10n'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sampleMeeting } from './testing/sample.ts'
import { placeParts, soonWords, titleOf, whenWords } from './words.ts'

const zone = process.env.TZ
beforeAll(() => {
	vi.stubGlobal('OCA', { Reseau: { language: 'fr' } })
	setLocale('fr_FR')
})
afterAll(() => {
	vi.unstubAllGlobals()
	if (zone === undefined) {
		delete process.env.TZ
	} else {
		process.env.TZ = zone
	}
})

const spaced = (text: string) => text.replace(/\s/g, ' ')

describe('when a meeting is', () => {
	it.each([
		['Europe/Paris', 'mercredi 9 décembre 2026, 18:30 – 20:00'],
		['America/Cayenne', 'mercredi 9 décembre 2026, 14:30 – 16:00 (18:30 in Paris)'],
		['Pacific/Noumea', 'jeudi 10 décembre 2026, 04:30 – 06:00 (18:30 in Paris)'],
	])('is shown in the time of a reader in %s, and in that of the place if it differs', (reader, words) => {
		process.env.TZ = reader
		expect(spaced(whenWords(sampleMeeting()))).toBe(words)
	})

	it.each([
		['2026-03-28T17:30:00+00:00', 'samedi 28 mars 2026 à 18:30'],
		['2026-03-29T16:30:00+00:00', 'dimanche 29 mars 2026 à 18:30'],
		['2026-10-25T17:30:00+00:00', 'dimanche 25 octobre 2026 à 18:30'],
	])('%s is %s, on either side of a change of clocks', (starts, words) => {
		process.env.TZ = 'Europe/Paris'
		expect(spaced(whenWords(sampleMeeting({ starts, ends: null })))).toBe(words)
	})

	it('is a day or several days, the same for everyone', () => {
		const days = { starts: null, ends: null, time: null, endTime: null }
		for (const reader of ['America/Cayenne', 'Pacific/Noumea']) {
			process.env.TZ = reader
			expect(spaced(whenWords(sampleMeeting(days)))).toBe('mercredi 9 décembre 2026')
			expect(spaced(whenWords(sampleMeeting({ ...days, endDay: '2026-12-10' })))).toBe('mercredi 9 – jeudi 10 décembre 2026')
		}
	})

	it('is shown only in the reader’s time if the browser does not know the time zone', () => {
		process.env.TZ = 'America/Cayenne'
		expect(spaced(whenWords(sampleMeeting({ zone: 'Mars/Olympus' })))).toBe('mercredi 9 décembre 2026, 14:30 – 16:00')
	})

	it('is soon within two weeks', () => {
		process.env.TZ = 'Europe/Paris'
		const on = (day: number) => soonWords(sampleMeeting(), new Date(2026, 11, day, 23, 30))
		expect([on(9), on(8), on(1)]).toEqual(['aujourd’hui', 'demain', 'dans 8 jours'])
		expect(soonWords(sampleMeeting(), new Date(2026, 10, 20))).toBe('')
		expect(soonWords(sampleMeeting({ starts: null }), new Date(2026, 11, 10))).toBe('')
	})
})

it('a meeting without a title has a name', () => {
	expect(titleOf({ title: '' })).toBe('Meeting')
	expect(titleOf({ title: 'Le devis' })).toBe('Le devis')
})

it.each([
	['Salle du foyer', [{ text: 'Salle du foyer' }]],
	['https://visio.example.org/eau', [{ text: 'https://visio.example.org/eau', href: 'https://visio.example.org/eau' }]],
	['Au foyer, ou https://visio.example.org/eau à distance', [{ text: 'Au foyer, ou ' }, { text: 'https://visio.example.org/eau', href: 'https://visio.example.org/eau' }, { text: ' à distance' }]],
	['Au foyer (https://visio.example.org/eau?a=1&b=(2).)', [{ text: 'Au foyer (' }, { text: 'https://visio.example.org/eau?a=1&b=(2', href: 'https://visio.example.org/eau?a=1&b=(2' }, { text: ').)' }]],
	['https://visio.example.org/eau/, à 18 h', [{ text: 'https://visio.example.org/eau/', href: 'https://visio.example.org/eau/' }, { text: ', à 18 h' }]],
	['https://', [{ text: 'https://' }]],
	['javascript:alert(1)', [{ text: 'javascript:alert(1)' }]],
	['', []],
])('of the place “%s”, addresses can be opened', (place, parts) => {
	expect(placeParts(place)).toEqual(parts)
})
