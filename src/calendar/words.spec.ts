/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { sampleDate } from './testing/sample.ts'
import { datesWithin, dateTitle, dateWhen, subscribeAddress } from './words.ts'

it('a date says of which group it is, and that it was cancelled', () => {
	expect(dateTitle(sampleDate())).toBe('Eau de pluie – Choisir la pompe')
	expect(dateTitle(sampleDate({ group: null, cancelled: true }))).toBe('Choisir la pompe (cancelled)')
})

it('what takes whole days has no time', () => {
	expect(dateWhen(sampleDate({ starts: null, ends: null, days: ['2027-01-31', '2027-01-31'] }))).toBe('Sunday, January 31, 2027')
})

it('the first dates of some weeks are shown', () => {
	const dates = ['2026-12-02', '2026-12-20', '2026-12-24', '2027-02-01'].map((day) => sampleDate({ id: day, starts: null, ends: null, days: [day, day] }))
	const now = new Date('2026-12-01T10:00:00Z')
	expect(datesWithin(dates, now, 28, 5).map(({ id }) => id)).toEqual(['2026-12-02', '2026-12-20', '2026-12-24'])
	expect(datesWithin(dates, now, 28, 2).map(({ id }) => id)).toEqual(['2026-12-02', '2026-12-20'])
})

it.each([
	['https://cloud.example.org/apps/reseau/calendar/abc.ics', 'webcal://cloud.example.org/apps/reseau/calendar/abc.ics'],
	['http://localhost/calendar/abc.ics', 'webcal://localhost/calendar/abc.ics'],
])('a device subscribes to %s by %s', (address, offered) => {
	expect(subscribeAddress(address)).toBe(offered)
})
