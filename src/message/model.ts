/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'

/** The same as in lib/Message/MessageRules.php: both sides are held to tests/fixtures/rules/message-limits.json. */
export const MESSAGE_LIMITS = {
	/** Characters of a message. */
	text: 4000,
	/** Messages of a conversation: a long one continues in a new one. */
	messages: 200,
	/** Conversations per page of the list. */
	page: 30,
} as const

/** Who can begin a conversation with a person: every member, the people of their groups, only the facilitators. */
export const WRITERS = ['members', 'groups', 'nobody'] as const
export type Writers = typeof WRITERS[number]

/** Why a viewer cannot write to a person; `author_gone`: the anonymous author cannot be written to; `restricted`: by rules of Nextcloud, checked on sending. */
export const OBSTACLES = ['own_card', 'kept_card', 'no_card', 'card_hidden', 'only_groups', 'only_facilitators', 'conversation_stopped', 'author_gone', 'restricted'] as const
export type Obstacle = typeof OBSTACLES[number]

/** The subject of a conversation: the person of a card, a notice of theirs, a sheet they wrote, or a group. */
export const ABOUT_TYPES = ['member', 'notice', 'sheet', 'group'] as const

/** The recipients of a message to several people of a group: everyone in it, or its facilitators. */
export const BULK_TO = ['people', 'facilitators'] as const
export type BulkTo = typeof BULK_TO[number]

/** `stopped`: closed by the facilitators after a report. */
export const CONVERSATION_STATES = ['open', 'closed', 'stopped'] as const

/** Why nobody can write in a conversation at the moment; `hidden`: the card of the other person is not shown; `author_gone`: the anonymous author deleted theirs. */
export const PAUSES = ['hidden', 'author_gone', 'card_hidden', 'kept_card', 'only_groups', 'only_facilitators', 'closed', 'stopped', 'full'] as const
export type Pause = typeof PAUSES[number]

/** Failed parts of the delivery; the message itself is always in the conversation. */
export const UNDELIVERED = ['mail', 'notification', 'both'] as const
export type Undelivered = typeof UNDELIVERED[number]

const person = v.object({
	id: v.number(),
	/** Account name, null without an account. */
	uid: v.nullable(v.string()),
	name: v.string(),
	/** Keeper of the card of a person without an account; empty: the facilitators together. */
	keeper: v.optional(v.string()),
})
export type Person = v.InferOutput<typeof person>

const summary = {
	id: v.number(),
	/** The other person; null once their card is no longer shown, `author` for an anonymous one. Both people of a reported conversation, for a facilitator. */
	with: v.array(v.nullable(v.union([person, v.literal('author')]))),
	/** The viewer is its author, and anonymous to the other person. */
	anonymous: v.boolean(),
	/** The person without an account for whom the viewer acts, as keeper of the card; null: the viewer is one of the two. */
	for: v.nullable(person),
	/** Its subject; null if the viewer can no longer see it. */
	about: v.nullable(v.object({ type: v.picklist(ABOUT_TYPES), id: v.number(), title: v.string() })),
	state: v.picklist(CONVERSATION_STATES),
	/** There is a message the viewer has not seen. */
	unread: v.boolean(),
	/** Neither notifications nor mails for the viewer. */
	muted: v.boolean(),
	/** The facilitators can read it. */
	reported: v.boolean(),
	/** ISO 8601: the last message. */
	at: v.string(),
}

/** A conversation in a list. */
export const ConversationSummarySchema = v.object({
	...summary,
	/** The beginning of the last message; null without one, or if it cannot be read any more. */
	last: v.nullable(v.string()),
	/** It represents all conversations that end with the same message of mine to several people; null: only itself. */
	bulk: v.nullable(v.object({
		to: v.picklist(BULK_TO),
		/** Number of recipients of the message. */
		people: v.number(),
	})),
})
export type ConversationSummary = v.InferOutput<typeof ConversationSummarySchema>

/** How a message was passed on to a person without an account, or how they gave one, or a notice. */
export const WAYS = ['mail', 'phone', 'aloud'] as const
export type Way = typeof WAYS[number]

/** A note that the keeper of a card passed the messages on. */
export const CarriedSchema = v.object({
	how: v.picklist(WAYS),
	/** YYYY-MM-DD */
	day: v.string(),
})
export type Carried = v.InferOutput<typeof CarriedSchema>

export const MessageSchema = v.object({
	id: v.number(),
	/** Written by the viewer's side. */
	mine: v.boolean(),
	/** The sender; empty once their card is no longer shown. */
	from: v.string(),
	/** The sender is an anonymous author. */
	author: v.boolean(),
	/** The keeper who recorded it for a person without an account. */
	by: v.nullable(v.string()),
	/** How that person gave it; null: not recorded, or they wrote it themselves. */
	how: v.nullable(v.picklist(WAYS)),
	/** null if it cannot be decrypted any more. */
	text: v.nullable(v.string()),
	/** The recipients in the group, for a message to several people. */
	bulk: v.nullable(v.picklist(BULK_TO)),
	/** Not a text but a note: both wanted to meet, and Réseau introduced them. The reasons, in sentences, as far as the reader can see them; null: no such note. */
	introduced: v.nullable(v.array(v.string())),
	/** Not a text but a note: the keeper passed on the previous messages. */
	carried: v.nullable(CarriedSchema),
	/** ISO 8601 */
	at: v.string(),
	/** It was sent by mail to a person without an account, who can answer with a link. */
	direct: v.boolean(),
	/** Only for the sender: what failed; null: nothing, or it is still being sent. */
	undelivered: v.nullable(v.picklist(UNDELIVERED)),
})
export type Message = v.InferOutput<typeof MessageSchema>

export const ConversationSchema = v.object({
	...summary,
	/** Oldest first. */
	messages: v.array(MessageSchema),
	/** Why the viewer cannot write; null: they can. */
	pause: v.nullable(v.picklist(PAUSES)),
	can: v.object({
		close: v.boolean(),
		reopen: v.boolean(),
		/** As an anonymous author: reveal their name, for good. */
		reveal: v.boolean(),
		/** Record that the messages were passed on, or correct the record. */
		carry: v.boolean(),
		/** Mute or unmute. */
		mute: v.boolean(),
		report: v.boolean(),
		/** Withdraw a report; as a facilitator: resolve it, with or without stopping the conversation. */
		settle: v.boolean(),
		stop: v.boolean(),
	}),
})
export type Conversation = v.InferOutput<typeof ConversationSchema>

export const ConversationPageSchema = v.object({
	conversations: v.array(ConversationSummarySchema),
	/** For the next page, null at the end. */
	next: v.nullable(v.string()),
})
export type ConversationPage = v.InferOutput<typeof ConversationPageSchema>

/** Whether the viewer can write to a person. */
export const WritingSchema = v.object({
	/** null: they can. */
	obstacle: v.nullable(v.picklist(OBSTACLES)),
	/** The open conversation of the two, to which a new message is added. */
	conversation: v.nullable(v.number()),
	/** Keeper of the card of a person without an account, who gets the message; empty: the facilitators together. null: the person has an account. */
	keeper: v.nullable(v.string()),
	/** Left out for a person. */
	kind: v.optional(v.literal('organisation')),
})
export type Writing = v.InferOutput<typeof WritingSchema>

/** Who can begin a conversation with me. */
export const WritersSchema = v.object({ writers: v.picklist(WRITERS) })

/** A new message. */
export const NewMessageSchema = v.object({
	text: v.pipe(v.string(), v.nonEmpty(), maxCharacters(MESSAGE_LIMITS.text)),
	/** Created by the browser, once per message: sent again with the same key, it stays one message. */
	key: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
	/** Written for a person without an account: how they gave it. */
	how: v.optional(v.picklist(WAYS)),
})
export type NewMessage = v.InferOutput<typeof NewMessageSchema>

/** A message that can begin a conversation. */
export const FirstMessageSchema = v.object({
	...NewMessageSchema.entries,
	/** The person I write for, whose card I keep; without it, for myself. */
	for: v.optional(v.number()),
})
export type FirstMessage = v.InferOutput<typeof FirstMessageSchema>
