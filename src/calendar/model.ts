/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/**
 * The events of a person's calendar, as in lib/Calendar/CalendarEvent.php.
 *
 * - meeting: of one of their groups
 * - session: of needs and offers, that they facilitate or take part in
 * - appointment: an introduction
 * - engagement: their commitment in a group ends
 * - term: their time as facilitator of a group ends
 */
export const DATE_KINDS = ['meeting', 'session', 'appointment', 'engagement', 'term'] as const

export const DateSchema = v.object({
	id: v.string(),
	kind: v.picklist(DATE_KINDS),
	title: v.string(),
	group: v.nullable(v.object({ id: v.number(), title: v.string() })),
	/** ISO 8601; null: whole days. */
	starts: v.nullable(v.string()),
	/** null: whole days, or not set. */
	ends: v.nullable(v.string()),
	/** The first and the last day, YYYY-MM-DD, for whole days. */
	days: v.nullable(v.tuple([v.string(), v.string()])),
	place: v.string(),
	/** Path of the page in the app. */
	page: v.string(),
	cancelled: v.boolean(),
})
export type CalendarDate = v.InferOutput<typeof DateSchema>

export const DatesSchema = v.object({
	/** Of the next year, by their beginning; at most fifty. */
	dates: v.array(DateSchema),
})
export type Dates = v.InferOutput<typeof DatesSchema>

/** The secret address at which a calendar reads the person's dates, or the meetings of one group. */
export const FeedSchema = v.object({
	/** 0: all dates. */
	group: v.number(),
	title: v.string(),
	/** Whether there is an address. */
	made: v.boolean(),
	/** null: it does not exist, or the server can no longer show it. */
	address: v.nullable(v.string()),
})
export type Feed = v.InferOutput<typeof FeedSchema>

export const FeedsSchema = v.object({
	all: FeedSchema,
	/** For each group of the person, by title. */
	groups: v.array(FeedSchema),
})
export type Feeds = v.InferOutput<typeof FeedsSchema>
