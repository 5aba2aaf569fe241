/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../../shared/lib/maxCharacters.ts'

/** The same as in lib/Minutes; both sides are held to tests/fixtures/rules/minutes-limits.json. */
export const ASK_LIMITS = {
	/** People per request. */
	people: 100,
	/** Characters. */
	key: 64,
	name: 120,
	email: 254,
	phone: 40,
	note: 255,
	/** Groups a person is invited to in one mail. */
	groups: 30,
	/** Own text in the mail. */
	message: 1000,
	/** A question, or a reply. */
	talk: 1000,
} as const

const text = (max: number) => v.pipe(v.string(), maxCharacters(max))

/** A person to invite to a group: a member, or the data of a person without a card. */
export const AskedPersonSchema = v.object({
	/** Key of the browser for them, repeated in the answer. */
	key: text(ASK_LIMITS.key),
	/** If present, only it and the note are used. */
	memberId: v.optional(v.number()),
	name: v.optional(text(ASK_LIMITS.name)),
	email: v.optional(text(ASK_LIMITS.email)),
	/** Only used to check whether its owner refused; it is not stored. */
	phone: v.optional(text(ASK_LIMITS.phone)),
	/** The note next to their name in the minutes: shown to them, and their commitment in the group once they accept. */
	note: v.optional(text(ASK_LIMITS.note)),
})
export type AskedPerson = v.InferOutput<typeof AskedPersonSchema>

/** A person to invite to several groups with one mail. */
export const AskedIntoGroupsSchema = v.object({
	...v.omit(AskedPersonSchema, ['note']).entries,
	/** At most 30. */
	groups: v.array(v.object({
		id: v.number(),
		/** As above. */
		note: v.optional(text(ASK_LIMITS.note)),
	})),
})
export type AskedIntoGroups = v.InferOutput<typeof AskedIntoGroupsSchema>

/**
 * Result of an invitation.
 * - notified: a member with an account, by a notification
 * - mailed: a mail was sent
 * - by_hand: no address; they are on the list of people to ask in another way
 * - asked_already: nothing was done, they have not answered yet
 * - in_already: they are in the group
 * - refused: they do not want to be invited, to this group or at all
 * - restricted: the rules of Nextcloud do not allow the inviting account to reach theirs
 * - bad_address: mail cannot be delivered there
 * - mail_failed: the mail could not be sent; inviting again retries
 * - later: too many mails within an hour or a day, or too many invitations within a day; inviting again later continues
 * - gone: the card no longer exists, or is hidden from the viewer
 */
export const ASKED_OUTCOMES = ['notified', 'mailed', 'by_hand', 'asked_already', 'in_already', 'refused', 'restricted', 'bad_address', 'mail_failed', 'later', 'gone'] as const
export type AskedOutcome = typeof ASKED_OUTCOMES[number]

export const AskedSchema = v.object({
	key: v.string(),
	outcome: v.picklist(ASKED_OUTCOMES),
})
export type Asked = v.InferOutput<typeof AskedSchema>

export const AskedIntoSchema = v.object({
	...AskedSchema.entries,
	/** Id of the group. */
	group: v.number(),
})
export type AskedInto = v.InferOutput<typeof AskedIntoSchema>

/**
 * An invited person without an account who has not answered. People who accept are in the group's roster, people who refuse
 * leave nothing here; without an answer it is deleted after 30 days. Their address is never returned.
 */
export const AskSchema = v.object({
	id: v.number(),
	/** Empty if only an address was known. */
	name: v.string(),
	how: v.picklist(['mail', 'by_hand']),
	/** The last mail, or the entry in the list: ISO 8601. */
	on: v.string(),
	/** Expiry of the entry and the link: ISO 8601. */
	until: v.string(),
	/** Their questions before they answer, and my replies; only for the person who invited them. */
	talk: v.array(v.object({
		mine: v.boolean(),
		text: v.string(),
		/** ISO 8601 */
		on: v.string(),
	})),
	can: v.object({
		/** Invite again: a week has passed, and there is time left to answer. */
		again: v.boolean(),
	}),
})
export type Ask = v.InferOutput<typeof AskSchema>

/** Preview of the mail, with … for the link, and for a person without a name. */
export const AskMailSchema = v.object({
	subject: v.string(),
	text: v.string(),
})
export type AskMail = v.InferOutput<typeof AskMailSchema>
