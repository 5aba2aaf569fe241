/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { MemberSummarySchema, SavedSearchSchema } from '../model.ts'

/** Tasks of a person on the home page. */
export const AWAITS = [
	'card_draft', 'card_paused', 'card_withdrawn', 'still_true', 'group_invited', 'group_kept_invited', 'group_unsigned', 'group_over', 'group_requests', 'ask_questions', 'minutes', 'charter_asked', 'letter', 'messages', 'notice_ending', 'notice_unanswered', 'said', 'said_pairs', 'reports', 'visitors', 'introductions', 'outcomes', 'mediations', 'consents', 'kept_due',
] as const

/** First steps of a network: the first two for administrators, the others for facilitators. */
export const BEGINNING = ['name', 'facilitation', 'words', 'people'] as const

/** Who would give something: the other person, the person of the card, or both. The same as in lib/Matching/Direction.php. */
export const DIRECTIONS = ['theyOffer', 'iOffer', 'both'] as const

/** How sure a match is: they can help each other, or perhaps. The same as in lib/Matching/Degree.php. */
export const DEGREES = ['sure', 'perhaps'] as const

/** A person to meet, and why. */
export const MatchSchema = v.object({
	member: MemberSummarySchema,
	/** What one of the two seeks, and the other offers. */
	seek: v.string(),
	offer: v.string(),
	direction: v.picklist(DIRECTIONS),
	degree: v.picklist(DEGREES),
	/** Who has the `offer`. */
	given: v.picklist(['theyOffer', 'iOffer']),
	/** The reason in one sentence. */
	reason: v.string(),
	/** The notice of the other person with the need or offer; left out if it is on their card. */
	notice: v.optional(v.number()),
	/** The other direction, for `both`. */
	back: v.optional(v.object({ seek: v.string(), offer: v.string() })),
})
export type Match = v.InferOutput<typeof MatchSchema>

/** One thing that waits for a person; with more than three of a kind, the last line has the number of `others`. */
export const AwaitSchema = v.object({
	kind: v.picklist(AWAITS),
	/** `notice_ending`: notices that end within a week; `notice_unanswered`: those that ask for something and had no answer for a week; `reports`: conversations; `visitors`: messages without an answer; `outcomes`: introductions whose outcome the viewer is asked for; `mediations`: introductions that wait for a facilitator; `consents`: cards whose consent is not recorded; `kept_due`: cards it is time to ask their person about. */
	count: v.optional(v.number()),
	others: v.optional(v.number()),
	group: v.optional(v.object({ id: v.number(), title: v.string(), teamId: v.nullable(v.string()) })),
	/** The person who asks to join, or whose card the viewer keeps and who is invited, written to or asked to meet. */
	member: v.optional(v.object({ id: v.number(), uid: v.nullable(v.string()), name: v.string() })),
	/** Name of the person who invites, writes, or would like to or could meet the viewer, if the viewer can see their card; for `ask_questions`, of the person the viewer invited by mail. */
	by: v.optional(v.string()),
	/** The beginning of their message, or of a need or offer. */
	text: v.optional(v.string()),
	/** For `messages`. */
	conversation: v.optional(v.number()),
	/** `minutes`: `text` is their title; whether their groups are being removed, instead of created. */
	minutes: v.optional(v.object({ id: v.number(), undoing: v.boolean() })),
	/** `said` and `said_pairs`: a need or offer (`kind`) from a session, or the card (`with`) of a person to be introduced to. */
	said: v.optional(v.object({
		id: v.number(),
		kind: v.optional(v.picklist(['need', 'offer'])),
		/** YYYY-MM-DD: day of the session. */
		day: v.string(),
		with: v.optional(v.number()),
	})),
	/** YYYY-MM-DD: end of the commitment, for `group_over`. */
	until: v.optional(v.string()),
	/** Version of the charter, for `charter_asked`. */
	version: v.optional(v.number()),
})
export type Await = v.InferOutput<typeof AwaitSchema>

/** Why a notice is for a person: it asks for what they offer, is near them, on the themes of their card, or both. */
export const NOTICE_REASONS = ['offers', 'near', 'theme', 'both'] as const

/** A notice for a person. */
export const HomeNoticeSchema = v.object({
	id: v.number(),
	title: v.string(),
	/** Its kind, mode, places, and the day it is needed by, in the reader's language. */
	line: v.string(),
	/** Name of its author. */
	by: v.string(),
	reason: v.picklist(NOTICE_REASONS),
	/** By when it is needed, in the reader's language; left out if it is not urgent. */
	urgent: v.optional(v.string()),
})
export type HomeNotice = v.InferOutput<typeof HomeNoticeSchema>

const inGroup = {
	group: v.object({ id: v.number(), title: v.string() }),
	/** YYYY-MM-DD: when it happened, or is due. */
	day: v.string(),
}

/** What happened in a group of the viewer. */
export const NewsSchema = v.variant('kind', [
	/** People who joined it, last first, at most three, and how many more. */
	v.object({ kind: v.literal('joined'), ...inGroup, names: v.array(v.string()), others: v.number() }),
	/** Its mandate was changed; by whom, if the viewer can see their card. */
	v.object({ kind: v.literal('mandate'), ...inGroup, by: v.optional(v.string()) }),
])
export type News = v.InferOutput<typeof NewsSchema>

/** The activity in Deck and Files of a group of the viewer: a card that is late or due within a week, a file or its sheet that is new or changed. */
export const WorkSchema = v.variant('kind', [
	v.object({ kind: v.literal('due'), ...inGroup, title: v.string(), board: v.number(), card: v.number() }),
	v.object({ kind: v.literal('file'), ...inGroup, title: v.string(), file: v.string(), sheet: v.boolean() }),
])
export type Work = v.InferOutput<typeof WorkSchema>

/** Cards first, by day, at most five; then files, newest first, at most three. */
export const WorkListSchema = v.object({ lines: v.array(WorkSchema) })
export type WorkList = v.InferOutput<typeof WorkListSchema>

export const HomeSchema = v.object({
	/** The facilitators' text for first visits; empty if there is none, or the person has dismissed it. */
	welcome: v.string(),
	/** In display order. */
	awaits: v.array(AwaitSchema),
	/** In order; empty for other people, and once done or dismissed. */
	beginning: v.array(v.object({
		kind: v.picklist(BEGINNING),
		/** Its page, if it is not in the app. */
		href: v.optional(v.string()),
	})),
	/** People to meet, the sure ones first, then the best first; at most three. Matches, under their older name. */
	meetings: v.array(MatchSchema),
	/** Open notices of others, what is urgent near the person first; at most three; left out if there are none. */
	notices: v.optional(v.array(HomeNoticeSchema)),
	/** The viewer's groups, by title. */
	groups: v.array(v.object({ id: v.number(), title: v.string() })),
	/** Of the last thirty days, newest first; at most three groups of each kind. */
	news: v.array(NewsSchema),
	/** The last searches saved, at most five. */
	searches: v.array(SavedSearchSchema),
	/** New members, without the viewer; at most six. */
	newest: v.array(MemberSummarySchema),
})
export type Home = v.InferOutput<typeof HomeSchema>
