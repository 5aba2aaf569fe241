/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** Longest texts, as in lib/Subscription. */
export const SUBSCRIPTION_LIMITS = { how: 500, address: 254 } as const
/** Maximum number of rows of an import per request. */
export const ROWS_AT_ONCE = 200

/** Whether an account gets the letter. */
export const OwnLetterSchema = v.object({
	/** null: they were not asked, or have not answered. */
	wants: v.nullable(v.boolean()),
	/** Whether the account has an email address. */
	address: v.boolean(),
	/** Their choices, last first: about what, when (YYYY-MM-DD) and how, in the reader's language. */
	record: v.array(v.object({ what: v.string(), on: v.string(), how: v.string() })),
})
export type OwnLetter = v.InferOutput<typeof OwnLetterSchema>

/**
 * Why a person gets the letter, as in lib/Subscription/Why.php: they chose so in the app, by the link of a mail, before an import, or by word to their keeper or a
 * facilitator; `paper`: they chose it on paper or read aloud, and get no mail.
 */
export const WHYS = ['member', 'confirmed', 'imported', 'told', 'paper'] as const

/** Why no mail reaches a person of a list, as in lib/Subscription/NoMail.php. */
const NO_MAILS = ['paper', 'no_address', 'disabled', 'card_address', 'card_hidden', 'shared', 'left_there'] as const
export type NoMail = typeof NO_MAILS[number]

/** People of a list who get no mail, without kept cards that the viewer cannot see. */
export const UnreachedSchema = v.object({
	total: v.number(),
	/** The first hundred, without people at an address of others that the viewer does not know: these are only counted. */
	people: v.array(v.object({
		id: v.number(),
		/** Empty if only an address is known. */
		name: v.string(),
		/** Id of their card, if the viewer can see it. */
		member: v.nullable(v.number()),
		why: v.picklist(NO_MAILS),
	})),
})
export type Unreached = v.InferOutput<typeof UnreachedSchema>

export const SubscriberSchema = v.object({
	id: v.number(),
	/** Empty if only an address is known. */
	name: v.string(),
	/** Id of their card, if the viewer can see it. */
	member: v.nullable(v.number()),
	/** An account, the person of a kept card, an address alone. */
	kind: v.picklist(['account', 'kept', 'address']),
	/** Whether the viewer may record a new choice: the keeper of a kept card; for an account, only that it no longer wants the letter. */
	mayTell: v.boolean(),
	gets: v.boolean(),
	/** Why no mail of the letter reaches them; null: one does, or they do not want it. */
	noMail: v.nullable(v.picklist(NO_MAILS)),
	/** null: they do not get it. */
	why: v.nullable(v.picklist(WHYS)),
	/** YYYY-MM-DD: the day of their choice. */
	on: v.nullable(v.string()),
	/** How they chose, for `imported`, `told` and `paper`. */
	manner: v.string(),
})
export type Subscriber = v.InferOutput<typeof SubscriberSchema>

export const SubscribersSchema = v.object({
	/** By name. */
	subscribers: v.array(SubscriberSchema),
	/** Cursor of the next page. */
	next: v.nullable(v.string()),
	/** For the whole list; null: not computed again for each search and page. */
	counts: v.nullable(v.object({
		/** People who get it by mail: as many as the sending page says, also those whose card the viewer cannot see. */
		on: v.number(),
		unreached: UnreachedSchema,
		/** People who do not want it, or no longer. */
		off: v.number(),
		/** Addresses that were asked by email and have not answered. */
		asked: v.number(),
	})),
})
export type Subscribers = v.InferOutput<typeof SubscribersSchema>

/** Who gets the letter at an address, or left. */
export const SubscribersAtSchema = v.object({
	subscribers: v.array(SubscriberSchema),
	/** Number of others, whose card does not show the viewer this address. */
	others: v.number(),
})
export type SubscribersAt = v.InferOutput<typeof SubscribersAtSchema>

export const SUBSCRIBER_STATES = ['on', 'off'] as const
export type SubscriberState = typeof SUBSCRIBER_STATES[number]

/** A person's choice, recorded by the keeper of their card or a facilitator. */
export const RecordedChoiceSchema = v.object({
	wants: v.boolean(),
	/** YYYY-MM-DD */
	date: v.string(),
	how: v.string(),
})
export type RecordedChoice = v.InferOutput<typeof RecordedChoiceSchema>

/** A row of a file. */
export const AddressRowSchema = v.object({
	/** Number of the row in its file, from 1. */
	position: v.number(),
	address: v.string(),
	name: v.string(),
	/** YYYY-MM-DD: when they agreed. */
	date: v.string(),
	how: v.string(),
})
export type AddressRow = v.InferOutput<typeof AddressRowSchema>

/** The outcome of a row. */
export const AddressOutcomeSchema = v.object({
	position: v.number(),
	outcome: v.picklist(['made', 'unchanged', 'skipped']),
	/** Reason word, for instance `left`. */
	why: v.optional(v.string()),
	/** The path of the reason in the row. */
	field: v.optional(v.string()),
})
export type AddressOutcome = v.InferOutput<typeof AddressOutcomeSchema>

export const LetterSettingsSchema = v.object({
	/** Whether members are asked on their home page. */
	asks: v.boolean(),
	/** Whether anyone can subscribe on a page without an account, and its address. */
	open: v.boolean(),
	url: v.string(),
})
export type LetterSettings = v.InferOutput<typeof LetterSettingsSchema>

/** An entry of the record of consents. */
export const ConsentEntrySchema = v.object({
	id: v.number(),
	/** The person; empty if only an address is known. */
	name: v.string(),
	/** Id of their card. */
	member: v.nullable(v.number()),
	/** Subject and manner, in the reader's language. */
	what: v.string(),
	how: v.string(),
	/** YYYY-MM-DD */
	on: v.string(),
	/** The person who recorded it; null: the person themselves, without an account. */
	by: v.nullable(v.string()),
})

export const ConsentRecordSchema = v.object({
	/** Last recorded first. */
	entries: v.array(ConsentEntrySchema),
	next: v.nullable(v.string()),
})
export type ConsentRecord = v.InferOutput<typeof ConsentRecordSchema>
