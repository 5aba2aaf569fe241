/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { DEGREES } from '../member/home/model.ts'
import { NOTICE_LIMITS } from '../notice/model.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'

/** The same as in lib/Session/SessionRules.php: both sides are held to tests/fixtures/rules/session-limits.json. */
export const SESSION_LIMITS = {
	/** Characters. */
	title: 120,
	place: 200,
	name: 120,
	/** For a need or an offer: it becomes the title of a notice. */
	text: NOTICE_LIMITS.title,
	/** Entries. */
	terms: NOTICE_LIMITS.terms,
	rows: 300,
	/** Introductions made at the end. */
	pairs: 100,
} as const

/** A need or an offer. */
export const ROW_KINDS = ['need', 'offer'] as const
export type RowKind = typeof ROW_KINDS[number]

export const SESSION_STATES = ['open', 'ended'] as const

/**
 * The outcome of a person's needs and offers when the viewer ends the session.
 *
 * - published: the viewer decides about their card, or it is created now
 * - asked: the person, or the keeper of their card, decides later
 * - kept: they have no card; it stays in the session for some days
 */
export const BECOMES = ['published', 'asked', 'kept'] as const
export type Becomes = typeof BECOMES[number]

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))
/** YYYY-MM-DD */
const day = v.string()

export const SessionSummarySchema = v.object({
	id: v.number(),
	title: v.string(),
	place: v.string(),
	day,
	state: v.picklist(SESSION_STATES),
})
export type SessionSummary = v.InferOutput<typeof SessionSummarySchema>

export const SessionsSchema = v.object({
	/** Open ones first, then the last ones. */
	sessions: v.array(SessionSummarySchema),
})
export type Sessions = v.InferOutput<typeof SessionsSchema>

/** A person in the session. */
export const SessionPersonSchema = v.object({
	id: v.number(),
	name: v.string(),
	/** Id of their card; null: they have none. */
	member: v.nullable(v.number()),
	/** Without a card, they agreed aloud to have one: it is created at the end. */
	agreed: v.boolean(),
	/** They agreed to be on the printed list. */
	listed: v.boolean(),
})
export type SessionPerson = v.InferOutput<typeof SessionPersonSchema>

export const SessionRowSchema = v.object({
	id: v.number(),
	/** Id of the person in this session. */
	person: v.number(),
	kind: v.picklist(ROW_KINDS),
	text: v.string(),
	/** Ids of the network's sectors, themes or publics. */
	terms: v.array(v.string()),
	/** In the reader's language. */
	termLabels: v.array(v.string()),
	/** The notice created from it, if the viewer can see it. */
	notice: v.nullable(v.number()),
	version: v.number(),
})
export type SessionRow = v.InferOutput<typeof SessionRowSchema>

export const SessionSchema = v.object({
	...SessionSummarySchema.entries,
	/** Address of its conversation in Talk, which anyone with it can join; null: it has none. */
	talk: v.nullable(v.string()),
	can: v.object({
		/** Create a conversation in Talk. */
		talk: v.boolean(),
	}),
	/** The version of the whole session. */
	version: v.number(),
	/** People without a card, and those whose card the viewer can see, in the order in which they joined. */
	people: v.array(SessionPersonSchema),
	/** Their needs and offers, in the order in which they were said. */
	rows: v.array(SessionRowSchema),
	/** The day on which names without a card, and what was not published, are deleted if nothing changes. */
	forgetOn: day,
})
export type Session = v.InferOutput<typeof SessionSchema>

const head = {
	title: v.pipe(text(SESSION_LIMITS.title), v.nonEmpty()),
	place: text(SESSION_LIMITS.place),
	day,
}

/** Created by the browser, once for each thing: sent again with the same key, it stays one. */
const key = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))

export const NewSessionSchema = v.object({ ...head, key })
export type NewSession = v.InferOutput<typeof NewSessionSchema>

export const SessionChangesSchema = v.object({ ...head, version: v.number() })
export type SessionChanges = v.InferOutput<typeof SessionChangesSchema>

const said = {
	kind: v.picklist(ROW_KINDS),
	text: v.pipe(text(SESSION_LIMITS.text), v.nonEmpty()),
	/** Without it: the suggested themes of the text. */
	terms: v.optional(v.nullable(v.pipe(v.array(v.string()), v.maxLength(SESSION_LIMITS.terms)))),
}

/** A need or an offer. The person is in the session, has a card, or is only a name. */
export const NewRowSchema = v.object({
	...said,
	key,
	/** Id in this session. */
	person: v.optional(v.nullable(v.number())),
	/** Id of a card. */
	member: v.optional(v.nullable(v.number())),
	name: v.optional(text(SESSION_LIMITS.name)),
	/** Agreed aloud to have a card. */
	agreed: v.optional(v.boolean()),
	/** Agreed to be on the printed list. */
	listed: v.optional(v.boolean()),
})
export type NewRow = v.InferOutput<typeof NewRowSchema>

export const RowAddedSchema = v.object({
	/** Id of the new row. */
	row: v.number(),
	session: SessionSchema,
})
export type RowAdded = v.InferOutput<typeof RowAddedSchema>

export const RowChangesSchema = v.object({ ...said, version: v.number() })
export type RowChanges = v.InferOutput<typeof RowChangesSchema>

/** The agreements of a person; what is left out stays. */
export const AgreementSchema = v.object({
	agreed: v.optional(v.boolean()),
	listed: v.optional(v.boolean()),
})
export type Agreement = v.InferOutput<typeof AgreementSchema>

/** A person in the session or a member who fits a need or an offer, and why. Of members, only what every member can see counts. */
export const FitSchema = v.object({
	person: v.optional(v.number()),
	member: v.optional(v.number()),
	name: v.string(),
	reason: v.string(),
	degree: v.picklist(DEGREES),
})

export const FitsSchema = v.object({
	/** Sure ones first; of each degree, people in the session first. */
	fits: v.array(FitSchema),
})
export type Fits = v.InferOutput<typeof FitsSchema>

/** Two people in the session who could meet. */
export const PairSchema = v.object({
	/** Ids in the session. */
	people: v.tuple([v.number(), v.number()]),
	names: v.tuple([v.string(), v.string()]),
	reason: v.string(),
	degree: v.picklist(DEGREES),
})

/** The preview of the end of the session. */
export const EndingSchema = v.object({
	session: SessionSchema,
	people: v.array(v.object({
		/** Id in the session. */
		person: v.number(),
		becomes: v.picklist(BECOMES),
		/** A card is created for them. */
		newCard: v.boolean(),
		/** It is the viewer. */
		own: v.boolean(),
	})),
	/** People who have, or get, a card. Sure ones first. */
	pairs: v.array(PairSchema),
})
export type Ending = v.InferOutput<typeof EndingSchema>

export const EndSchema = v.object({
	/** Version of the session that was previewed. */
	version: v.number(),
	/** People of the session who both agreed to be introduced: any two who have, or get, a card. */
	pairs: v.optional(v.pipe(v.array(v.tuple([v.number(), v.number()])), v.maxLength(SESSION_LIMITS.pairs))),
})
export type End = v.InferOutput<typeof EndSchema>

const member = v.object({ id: v.number(), uid: v.nullable(v.string()), name: v.string() })
const of = v.object({ id: v.number(), title: v.string(), day })

/** A need or an offer from a session, of the viewer or a person whose card they keep. */
export const SaidRowSchema = v.object({
	id: v.number(),
	session: of,
	/** The person whose card the viewer keeps; null: the viewer. */
	for: v.nullable(member),
	kind: v.picklist(ROW_KINDS),
	text: v.string(),
})
export type SaidRow = v.InferOutput<typeof SaidRowSchema>

/** The person they could be introduced to. */
export const SaidPairSchema = v.object({
	id: v.number(),
	session: of,
	for: v.nullable(member),
	with: member,
})
export type SaidPair = v.InferOutput<typeof SaidPairSchema>

/** What waits for an answer. */
export const SaidSchema = v.object({ rows: v.array(SaidRowSchema), pairs: v.array(SaidPairSchema) })
export type Said = v.InferOutput<typeof SaidSchema>

/** Optionally reworded; fields that are left out stay. */
export const PublicationSchema = v.object({
	kind: v.optional(v.picklist(ROW_KINDS)),
	text: v.optional(said.text),
})
export type Publication = v.InferOutput<typeof PublicationSchema>

export const PublishedSchema = v.object({
	/** Id of the notice. */
	notice: v.number(),
})
export type Published = v.InferOutput<typeof PublishedSchema>
