/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { CarriedSchema, ConversationPageSchema, ConversationSchema, NewMessageSchema, OBSTACLES, WritersSchema, WritingSchema } from './model.ts'

const page = v.object({ cursor: v.optional(v.string()) })
/** Reasons to refuse a message that apply to everyone. */
const messageErrors = ['wrong_type', 'bad_text', 'too_long', 'text_missing', 'bad_key', 'links_too_early', 'enough_messages', 'enough_messages_today'] as const

export const messageApi = {
	list: endpoint({
		method: 'GET',
		path: '/conversations',
		summary: 'My conversations, and those of the people whose cards I keep; the last ones first',
		who: 'account',
		query: page,
		answer: ConversationPageSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
	reported: endpoint({
		method: 'GET',
		path: '/conversations/reported',
		summary: 'The conversations that were reported to the facilitators',
		who: 'facilitator',
		query: page,
		answer: ConversationPageSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/conversations/{conversation}',
		summary: 'One conversation with its messages; for facilitators also a reported one',
		who: 'correspondent',
		answer: ConversationSchema,
		errors: [],
	}),
	writing: endpoint({
		method: 'GET',
		path: '/members/{id}/writing',
		summary: 'Whether I may write to the person of a card, and why not',
		who: 'viewer',
		answer: WritingSchema,
		errors: [],
	}),
	start: endpoint({
		method: 'POST',
		path: '/members/{id}/conversations',
		summary: 'Write to the person of a card: in the conversation there is, or a new one; sent again with the same key, it is one message',
		who: 'viewer',
		body: NewMessageSchema,
		answer: ConversationSchema,
		status: 201,
		errors: [...messageErrors, ...OBSTACLES, 'conversation_full', 'enough_conversations', 'enough_conversations_today'],
	}),
	write: endpoint({
		method: 'POST',
		path: '/conversations/{conversation}/messages',
		summary: 'Write in a conversation, or, as keeper of a card, what its person answers; sent again with the same key, it is one message',
		who: 'correspondent',
		body: NewMessageSchema,
		answer: ConversationSchema,
		status: 201,
		errors: [...messageErrors, 'kept_card', 'card_hidden', 'only_groups', 'only_facilitators', 'other_hidden', 'author_gone', 'conversation_closed', 'conversation_stopped', 'conversation_full'],
	}),
	deliver: endpoint({
		method: 'POST',
		path: '/conversations/{conversation}/messages/{message}/delivery',
		summary: 'Send the mail and the notification of a message again, after they failed',
		who: 'correspondent',
		answer: ConversationSchema,
		errors: ['other_hidden', 'author_gone', 'enough_messages', 'enough_messages_today'],
	}),
	carry: endpoint({
		method: 'PUT',
		path: '/conversations/{conversation}/carried',
		summary: 'Note, as keeper of a card, how and when I passed the messages on to its person; again: correct the note',
		who: 'correspondent',
		body: CarriedSchema,
		answer: ConversationSchema,
		errors: ['unknown_way', 'bad_date', 'nothing_to_carry'],
	}),
	reveal: endpoint({
		method: 'PUT',
		path: '/conversations/{conversation}/named',
		summary: 'Say, as the anonymous author, who I am: in this conversation, for good; nothing changes for others',
		who: 'correspondent',
		answer: ConversationSchema,
		errors: ['card_hidden'],
	}),
	read: endpoint({
		method: 'PUT',
		path: '/conversations/{conversation}/read',
		summary: 'Say up to which message I have seen the conversation',
		who: 'correspondent',
		body: v.object({ upTo: v.number() }),
		answer: v.null(),
		errors: ['wrong_type'],
	}),
	setState: endpoint({
		method: 'PUT',
		path: '/conversations/{conversation}/state',
		summary: 'Close or reopen a conversation; facilitators stop a reported one, and open it again',
		who: 'correspondent',
		body: v.object({ state: v.picklist(['open', 'closed', 'stopped']) }),
		answer: v.null(),
		errors: ['unknown_state', 'conversation_stopped'],
	}),
	mute: endpoint({
		method: 'PUT',
		path: '/conversations/{conversation}/mute',
		summary: 'No more notifications and mails of a conversation for me, or again',
		who: 'correspondent',
		body: v.object({ muted: v.boolean() }),
		answer: v.null(),
		errors: ['wrong_type'],
	}),
	report: endpoint({
		method: 'PUT',
		path: '/conversations/{conversation}/report',
		summary: 'Let the facilitators read a conversation, or no longer: who reported it takes it back, the facilitators settle it',
		who: 'correspondent',
		body: v.object({ reported: v.boolean() }),
		answer: v.null(),
		errors: ['wrong_type', 'not_your_report'],
	}),
	writers: endpoint({
		method: 'GET',
		path: '/writing',
		summary: 'Who may begin a conversation with me',
		who: 'account',
		answer: WritersSchema,
		errors: [],
	}),
	setWriters: endpoint({
		method: 'PUT',
		path: '/writing',
		summary: 'Say who may begin a conversation with me',
		who: 'account',
		body: WritersSchema,
		answer: WritersSchema,
		errors: ['unknown_writers'],
	}),
} as const
