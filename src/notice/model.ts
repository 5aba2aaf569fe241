/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { ABOUT } from '../knowledge/model.ts'
import { WAYS } from '../message/model.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import { PLACE_KINDS } from '../territory/model.ts'

/** An offer, a need, a call to take part, an exchange of practice. */
export const NOTICE_KINDS = ['offer', 'need', 'call', 'practice'] as const
export type NoticeKind = typeof NOTICE_KINDS[number]

/** The terms on which something is given; null: not specified. */
export const NOTICE_MODES = ['gift', 'exchange', 'loan', 'paid', 'voluntary'] as const
export type NoticeMode = typeof NOTICE_MODES[number]

/** Audience of a notice: every member, or the people of its group. */
export const NOTICE_AUDIENCES = ['members', 'group'] as const
export type NoticeAudience = typeof NOTICE_AUDIENCES[number]

/**
 * - open: listed, and can be answered
 * - done: its author closed it and may have added the outcome
 * - ended: its time is over, its author let it end, or a facilitator of the network ended it
 * - paused: the card of its author is not shown at the moment; only its author sees it
 */
export const NOTICE_STATES = ['open', 'paused', 'done', 'ended'] as const
export type NoticeState = typeof NOTICE_STATES[number]

/** Criteria of the list. `territory` includes what a place contains: `departement:11` finds its communes. */
export const NOTICE_FACETS = ['kind', 'mode', 'territory', 'term', 'group'] as const
export type NoticeFacet = typeof NOTICE_FACETS[number]

/** Without words there is no relevance, and the default is newest first. */
export const NOTICE_SORTS = ['relevance', 'recent'] as const
export type NoticeSort = typeof NOTICE_SORTS[number]

/** The part of the author's card a notice was created from. */
export const NOTICE_SOURCES = ['seeks', 'offers'] as const

/** The same as in lib/Notice/NoticeRules.php: both sides are held to tests/fixtures/rules/notice-limits.json. */
export const NOTICE_LIMITS = {
	/** Characters. */
	title: 120,
	text: 4000,
	/** When a place or equipment is free. */
	free: 500,
	/** The outcome. */
	outcome: 2000,
	/** Entries. */
	territories: 20,
	terms: 12,
	thanks: 12,
	/** Days a notice is open: at first, and at most from today. */
	days: 60,
	maxDays: 180,
	/** Maximum number of notices in an answer, 20 by default. */
	page: 100,
	/** Number of similar notices. */
	similar: 3,
} as const

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))
/** YYYY-MM-DD */
const day = v.string()

const place = v.object({
	/** INSEE code of a commune, département or région; SIREN of an EPCI. */
	code: v.string(),
	kind: v.picklist(PLACE_KINDS),
	name: v.string(),
})

const person = v.object({
	id: v.number(),
	/** Account name, null without an account. */
	uid: v.nullable(v.string()),
	name: v.string(),
})

/** The item of the author's card a notice was created from. */
const source = v.object({ part: v.picklist(NOTICE_SOURCES), text: v.string() })

/** The permissions of this viewer on a notice. */
const can = v.object({
	edit: v.boolean(),
	renew: v.boolean(),
	/** Mark it as done, with the outcome and the people to thank; correct them on a notice that is done. */
	close: v.boolean(),
	/** End it: its author, or a facilitator of the network if it breaks the rules. */
	end: v.boolean(),
	reopen: v.boolean(),
	delete: v.boolean(),
	/** Write to its author; `GET /notices/{notice}/writing` returns other obstacles. */
	answer: v.boolean(),
})

const common = {
	id: v.number(),
	kind: v.picklist(NOTICE_KINDS),
	title: v.string(),
	mode: v.nullable(v.picklist(NOTICE_MODES)),
	/** The day it is needed by. */
	neededBy: v.nullable(day),
	territories: v.array(place),
	/** In the reader's language. */
	termLabels: v.array(v.string()),
	/** Its group. */
	group: v.nullable(v.object({ id: v.number(), title: v.string() })),
	audience: v.picklist(NOTICE_AUDIENCES),
	/** The author. */
	by: person,
	/** The viewer is the author, or keeps the author's card. */
	mine: v.boolean(),
	state: v.picklist(NOTICE_STATES),
	/** ISO 8601: when it was published. */
	published: v.string(),
	/** The last day it is open; only for its author, or the keeper of their card. */
	until: v.optional(day),
	/** It asks for something and nobody has written about it for a week; only for its author, or the keeper of their card. */
	unanswered: v.optional(v.literal(true)),
}

/** A notice in a list. */
export const NoticeSummarySchema = v.object({
	...common,
	/** The beginning of its text. */
	excerpt: v.string(),
	/** The sentence with the words searched for and the position of each (first character, length); null in lists without words. */
	found: v.nullable(v.object({ text: v.string(), marks: v.array(v.tuple([v.number(), v.number()])) })),
})
export type NoticeSummary = v.InferOutput<typeof NoticeSummarySchema>

export const NoticeSchema = v.object({
	...common,
	text: v.string(),
	/** When the place or equipment is free. */
	free: v.string(),
	/** Ids of the network's sectors, themes or publics. */
	terms: v.array(v.string()),
	/** Keeper of the card of an author without an account, who gets the answers; uid null: the facilitators together. */
	steward: v.optional(v.object({ uid: v.nullable(v.string()), name: v.string() })),
	/** How an author without an account gave it to the keeper who wrote it; null: not recorded. */
	how: v.optional(v.nullable(v.picklist(WAYS))),
	/** Only for its author, or the keeper of their card. */
	from: v.optional(v.nullable(source)),
	/** What its author says it is about (ABOUT of src/knowledge/model.ts); only for its author, or the keeper of their card. */
	about: v.optional(v.nullable(v.string())),
	/** Only for its author, or the keeper of their card. */
	version: v.optional(v.number()),
	/** A facilitator of the network ended it; only for its author, and the facilitators. */
	stopped: v.optional(v.literal(true)),
	/** The outcome of a notice that is done. */
	outcome: v.string(),
	/** The people to thank, as far as the viewer can see them. */
	thanks: v.array(person),
	can,
})
export type Notice = v.InferOutput<typeof NoticeSchema>

const choices = v.array(v.object({ id: v.string(), label: v.string(), count: v.number() }))

/** The open notices that meet words and criteria. */
export const NoticeListSchema = v.object({
	notices: v.array(NoticeSummarySchema),
	/** Choices by criterion: chosen ones first, then by count; null on later pages. */
	facets: v.nullable(v.object(Object.fromEntries(NOTICE_FACETS.map((facet) => [facet, choices])) as Record<NoticeFacet, typeof choices>)),
	total: v.number(),
	/** Cursor of the next page. */
	next: v.nullable(v.string()),
	/** No notice has all the words: these have some of them, most first. */
	near: v.optional(v.literal(true)),
	/** On the first page of few results: notices that say the same in other words, the nearest first, none of `notices`; not counted in `total`. */
	alike: v.optional(v.array(NoticeSummarySchema)),
	/** Words that found nothing, and those searched for instead. */
	corrected: v.optional(v.array(v.object({ from: v.string(), to: v.string() }))),
})
export type NoticeList = v.InferOutput<typeof NoticeListSchema>

/** A page of notices. */
export const NoticePageSchema = v.object({
	notices: v.array(NoticeSummarySchema),
	next: v.nullable(v.string()),
})
export type NoticePage = v.InferOutput<typeof NoticePageSchema>

/** Open notices that resemble the one being written, nearest first. */
export const SimilarNoticesSchema = v.object({ notices: v.array(NoticeSummarySchema) })
export type SimilarNotices = v.InferOutput<typeof SimilarNoticesSchema>

const written = {
	kind: v.picklist(NOTICE_KINDS),
	title: v.pipe(text(NOTICE_LIMITS.title), v.nonEmpty()),
	text: text(NOTICE_LIMITS.text),
	mode: v.nullable(v.picklist(NOTICE_MODES)),
	neededBy: v.nullable(day),
	free: text(NOTICE_LIMITS.free),
	territories: v.pipe(v.array(place), v.maxLength(NOTICE_LIMITS.territories)),
	/** Ids of the network's sectors, themes or publics. */
	terms: v.pipe(v.array(v.string()), v.maxLength(NOTICE_LIMITS.terms)),
	/** What it is about; a new notice from an item of a card has that of the item. */
	about: v.nullable(v.pipe(v.string(), v.regex(ABOUT))),
	/** A group of the author; required for the audience `group`. */
	groupId: v.nullable(v.number()),
	audience: v.picklist(NOTICE_AUDIENCES),
	/** The last day it is open: from today, at most NOTICE_LIMITS.maxDays ahead. */
	until: day,
}

/** A new notice; what is left out is empty, `until` 60 days ahead. */
export const NewNoticeSchema = v.object({
	...v.partial(v.object(written)).entries,
	kind: written.kind,
	title: written.title,
	/** The author: a card I keep; without it, my own. */
	memberId: v.optional(v.number()),
	/** The item of the author's card it is created from. */
	from: v.optional(v.nullable(source)),
	/** Written for a person without an account: how they gave it. */
	how: v.optional(v.picklist(WAYS)),
	/** Created by the browser, once per notice: sent again with the same key, it stays one notice. */
	key: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
})
export type NewNotice = v.InferOutput<typeof NewNoticeSchema>

/** Changes of a notice; what is left out stays. */
export const NoticeChangesSchema = v.object({
	...v.partial(v.object(written)).entries,
	version: v.number(),
})
export type NoticeChanges = v.InferOutput<typeof NoticeChangesSchema>

/** The outcome of a notice. */
export const ClosingSchema = v.object({
	outcome: v.optional(text(NOTICE_LIMITS.outcome)),
	/** Members, by id; each is linked with the notice. */
	thanks: v.optional(v.pipe(v.array(v.number()), v.maxLength(NOTICE_LIMITS.thanks))),
})
export type Closing = v.InferOutput<typeof ClosingSchema>

/** Why a notice cannot be sent by email to a person without an account. */
export const PASS_OBSTACLES = [
	'notice_ended', 'notice_of_group', 'own_notice', 'kept_author', 'card_hidden', 'no_notices', 'not_by_mail', 'already_sent', 'already_writing', 'enough_this_week',
] as const
export type PassObstacle = typeof PASS_OBSTACLES[number]

/** The people whose cards I keep who were sent a notice by email, and when (ISO 8601). */
export const PassedSchema = v.object({ people: v.array(v.object({ id: v.number(), sent: v.string() })) })
export type Passed = v.InferOutput<typeof PassedSchema>

/** A notice, and a person without an account who could get it by email. */
export const PassingSchema = v.object({
	/** Name of the person. */
	name: v.string(),
	/** null: it can be sent. */
	obstacle: v.nullable(v.picklist(PASS_OBSTACLES)),
	/** ISO 8601: when it was sent to them; null: it was not. */
	sent: v.nullable(v.string()),
	/** The exact email, without its link; null: it cannot be sent. */
	mail: v.nullable(v.object({
		to: v.string(),
		/** Who gets a reply. */
		answerTo: v.nullable(v.string()),
		subject: v.string(),
		text: v.string(),
		/** Sent with the request: the email must not have changed since. */
		seen: v.string(),
	})),
})
export type Passing = v.InferOutput<typeof PassingSchema>
