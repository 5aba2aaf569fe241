/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'

/** The same as in lib/Meeting/MeetingRules.php: both sides are held to tests/fixtures/rules/meeting-limits.json. */
export const MEETING_LIMITS = {
	/** Characters. */
	title: 120,
	place: 500,
	agenda: 4000,
	/** Maximum number of days of one meeting. */
	days: 31,
	/** Upcoming meetings of one group. */
	meetings: 100,
} as const

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))
/** YYYY-MM-DD */
const day = v.string()
/** HH:MM */
const time = v.nullable(v.string())

export const MeetingSchema = v.object({
	id: v.number(),
	/** May be empty. */
	title: v.string(),
	/** The first and the last day, and the times, in `zone`; without a time it takes whole days. */
	day,
	time,
	endDay: day,
	/** null: whole days, or an open end. */
	endTime: time,
	/** Name of a time zone. */
	zone: v.string(),
	/** The same as moments, ISO 8601; null without a time. */
	starts: v.nullable(v.string()),
	ends: v.nullable(v.string()),
	/** Where, or an address of a video conference. */
	place: v.string(),
	/** Markdown */
	agenda: v.string(),
	/** Whether visitors of the public showcase see it too, while its group is in the showcase. */
	showcased: v.boolean(),
	/** The last author, if the viewer can see their card. */
	by: v.nullable(v.object({ id: v.number(), name: v.string() })),
	over: v.boolean(),
	cancelled: v.boolean(),
	version: v.number(),
})
export type Meeting = v.InferOutput<typeof MeetingSchema>

export const MeetingsSchema = v.object({
	/** Upcoming ones, then past ones, the last first; empty for viewers who are not in the group. */
	meetings: v.array(MeetingSchema),
	can: v.object({
		/** Change, cancel and restore. */
		write: v.boolean(),
		add: v.boolean(),
	}),
})
export type Meetings = v.InferOutput<typeof MeetingsSchema>

/** The input for a meeting; what is left out is empty. */
export const WordsSchema = v.object({
	title: v.optional(text(MEETING_LIMITS.title)),
	day,
	time: v.optional(time),
	/** Without it: the first day. */
	endDay: v.optional(v.nullable(day)),
	endTime: v.optional(time),
	/** Without it, or if the server does not know it, the one of the account. */
	zone: v.optional(v.string()),
	place: v.optional(text(MEETING_LIMITS.place)),
	agenda: v.optional(text(MEETING_LIMITS.agenda)),
	/** Without it: not in the public showcase. */
	showcased: v.optional(v.boolean()),
})
export type Words = v.InferOutput<typeof WordsSchema>

/** Created by the browser once per meeting: sent again with the same key in the same group, it stays one. */
const key = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))

export const NewMeetingSchema = v.object({ ...WordsSchema.entries, key })
export type NewMeeting = v.InferOutput<typeof NewMeetingSchema>

export const ChangedMeetingSchema = v.object({ ...WordsSchema.entries, version: v.number() })
export type ChangedMeeting = v.InferOutput<typeof ChangedMeetingSchema>
