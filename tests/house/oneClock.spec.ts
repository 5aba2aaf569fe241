/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { dueWords } from '../../src/board/words.ts'
import { changedWords } from '../../src/library/files/words.ts'
import { dateWords } from '../../src/shared/l10n.ts'
import { dayOfSeconds, daysBetween, halfYearOn, isoDay } from '../../src/shared/lib/dates.ts'

const before = process.env.TZ
afterAll(() => {
	if (before === undefined) {
		delete process.env.TZ
	} else {
		process.env.TZ = before
	}
})

// Around midnight in Paris, in UTC, in Cayenne and in Nouméa.
const MOMENTS = ['2026-11-26T12:59:30Z', '2026-11-26T13:00:30Z', '2026-11-26T22:59:30Z', '2026-11-26T23:30:00Z', '2026-11-27T00:00:30Z', '2026-11-27T02:59:30Z', '2026-11-27T03:00:30Z']

describe.each([
	['America/Cayenne', -3],
	['Europe/Paris', 1],
	['Pacific/Noumea', 11],
	['UTC', 0],
])('for a reader in %s', (zone, hours) => {
	beforeEach(() => {
		process.env.TZ = zone
	})

	it.each(MOMENTS)('%s is one day, in each notation', (moment) => {
		const time = Date.parse(moment)
		// Computed from the offset alone, which no zone here changes in November.
		const day = new Date(time + hours * 3_600_000).toISOString().slice(0, 10)
		expect(isoDay(new Date(time))).toBe(day)
		expect(dayOfSeconds(time / 1000)).toBe(day)
		// Moments as sent by the server and as in a file, and a day as it is stored.
		expect(dateWords(moment.replace('Z', '+00:00'))).toBe(dateWords(day))
		const later = time + 40 * 86_400_000
		expect(changedWords(time / 1000, later / 1000)).toBe(dateWords(day))
		expect(dueWords(moment, new Date(later))).toBe(dateWords(day))
	})

	it('a stored day does not change', () => {
		expect(dateWords('2026-11-26')).toContain('26')
	})

	it('yesterday is the day before, not 24 hours', () => {
		const at = (day: number, hour: number) => new Date(2026, 10, day, hour)
		expect([daysBetween(at(26, 23), at(27, 0)), daysBetween(at(26, 0), at(26, 23)), daysBetween(at(27, 1), at(26, 23))]).toEqual([1, 0, -1])
		expect(changedWords(at(26, 23).getTime() / 1000, at(27, 1).getTime() / 1000)).toBe('yesterday')
		expect(dueWords(at(27, 1).toISOString(), at(26, 23))).toBe('tomorrow')
	})

	it('a week is seven days, also across a change of daylight saving time', () => {
		expect(daysBetween(new Date(2026, 9, 22, 12), new Date(2026, 9, 29, 12))).toBe(7)
		expect(daysBetween(new Date(2026, 2, 26, 12), new Date(2026, 3, 2, 12))).toBe(7)
	})
})

it.each([
	['2026-11-24', '2027-05-24'],
	['2026-08-31', '2027-02-28'],
	['2027-08-30', '2028-02-29'],
	['2026-06-15', '2026-12-15'],
])('half a year after %s is %s', (day, on) => {
	expect(halfYearOn(day)).toBe(on)
})
