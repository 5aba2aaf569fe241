/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { engagementOf, halfYearOn, NOTHING, tooLong, writtenOf } from './engagement.ts'

it('a form left empty says nothing, and comes back empty', () => {
	expect(engagementOf(NOTHING)).toEqual({ commitment: '', hours: '', from: null, until: null, limits: '' })
	expect(writtenOf(engagementOf(NOTHING))).toEqual(NOTHING)
})

it.each([
	['2026-11-24', '2027-05-24'],
	['2026-08-31', '2027-02-28'],
	['2027-08-30', '2028-02-29'],
	['2026-06-15', '2026-12-15'],
])('half a year on from %s is %s', (day, on) => {
	expect(halfYearOn(day)).toBe(on)
})

it('texts that are too long are told apart', () => {
	expect(tooLong({ ...NOTHING, hours: 'x'.repeat(121), limits: `  ${'x'.repeat(500)}  ` })).toEqual(['hours'])
})
