/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/meeting-limits.json'
import { endFits, fieldsOf, NO_FIELDS, wordsOf } from './edit.ts'
import { MEETING_LIMITS } from './model.ts'
import { sampleMeeting } from './testing/sample.ts'

it('has the limits of PHP', () => {
	expect(MEETING_LIMITS).toEqual(limits)
})

it('fields become what is sent, and what is stored becomes fields', () => {
	expect(wordsOf(fieldsOf(sampleMeeting()), 'Europe/Paris')).toEqual({ title: 'Choisir la pompe', day: '2026-12-09', time: '18:30', endDay: null, endTime: '20:00', zone: 'Europe/Paris', place: 'Salle du foyer', agenda: '- Le devis', showcased: false })
	expect(fieldsOf(sampleMeeting({ time: null, endTime: null, endDay: '2026-12-11' }))).toMatchObject({ time: '', endTime: '', endDay: '2026-12-11' })
	expect(wordsOf({ ...NO_FIELDS, day: '2026-12-09', title: ' La pompe ' }, 'UTC')).toEqual({ title: 'La pompe', day: '2026-12-09', time: null, endDay: null, endTime: null, zone: 'UTC', place: '', agenda: '', showcased: false })
})

it.each([
	[{}, true],
	[{ time: '18:30' }, true],
	[{ time: '18:30', endTime: '20:00' }, true],
	[{ time: '18:30', endTime: '18:30' }, false],
	[{ time: '18:30', endTime: '17:00' }, false],
	[{ endTime: '17:00' }, false],
	[{ endDay: '2026-12-11' }, true],
	[{ endDay: '2026-12-08' }, false],
	[{ endDay: '2027-01-08' }, true],
	[{ endDay: '2027-01-09' }, false],
	[{ time: '18:30', endDay: '2026-12-11' }, false],
	[{ time: '18:30', endDay: '2026-12-11', endTime: '12:00' }, true],
])('the end of %j fits: %s', (fields, fits) => {
	expect(endFits({ ...NO_FIELDS, day: '2026-12-09', ...fields })).toBe(fits)
})
