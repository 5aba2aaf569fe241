/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Meeting, Words } from './model.ts'

import { daysOn } from '../shared/lib/dates.ts'
import { same } from '../shared/lib/same.ts'
import { MEETING_LIMITS } from './model.ts'

/** The fields of the form; empty if not set. */
export interface Fields {
	title: string
	day: string
	time: string
	endDay: string
	endTime: string
	place: string
	agenda: string
	showcased: boolean
}

export const NO_FIELDS: Fields = { title: '', day: '', time: '', endDay: '', endTime: '', place: '', agenda: '', showcased: false }

/** The fields for a stored meeting; the last day only if it differs from the first. */
export function fieldsOf({ title, day, time, endDay, endTime, place, agenda, showcased }: Meeting): Fields {
	return { title, day, time: time ?? '', endDay: endDay === day ? '' : endDay, endTime: endTime ?? '', place, agenda, showcased }
}

/** The request for the fields, with times in a time zone. */
export function wordsOf({ title, day, time, endDay, endTime, place, agenda, showcased }: Fields, zone: string): Words {
	return { title: title.trim(), day, time: time || null, endDay: endDay || null, endTime: endTime || null, zone, place: place.trim(), agenda: agenda.trim(), showcased }
}

/** Whether a stored meeting equals a request. */
export function isSame(meeting: Meeting, words: Words): boolean {
	return same(wordsOf(fieldsOf(meeting), ''), { ...words, zone: '' })
}

/** Whether the end fits the start, like MeetingRules::write() of PHP except for clock changes. */
export function endFits({ day, time, endDay, endTime }: Fields): boolean {
	const last = endDay || day
	if (last < day || last > daysOn(day, MEETING_LIMITS.days - 1) || (time === '' && endTime !== '')) {
		return false
	}
	return endTime === '' ? time === '' || last === day : `${last} ${endTime}` > `${day} ${time}`
}
