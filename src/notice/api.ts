/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { NoticeFacet } from './model.ts'

import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { ConversationSchema, FirstMessageSchema, WritingSchema } from '../message/model.ts'
import {
	ClosingSchema,
	NewNoticeSchema,
	NOTICE_FACETS,
	NOTICE_KINDS,
	NOTICE_SORTS,
	NoticeChangesSchema,
	NoticeListSchema,
	NoticePageSchema,
	NoticeSchema,
	PASS_OBSTACLES,
	PassedSchema,
	PassingSchema,
	SimilarNoticesSchema,
} from './model.ts'

/** Why the content of a notice is refused; `field` in the answer says where. */
const wordsErrors = [
	'wrong_type', 'bad_text', 'too_long', 'too_many', 'title_missing', 'unknown_kind', 'unknown_mode', 'unknown_audience', 'unknown_territory',
	'unknown_term', 'unknown_group', 'group_missing', 'bad_day', 'bad_until',
] as const
const listErrors = ['wrong_type', 'bad_cursor', 'bad_limit'] as const

export const noticeApi = {
	list: endpoint({
		method: 'GET',
		path: '/notices',
		summary: 'Search the visible open notices by words and criteria; all of them without any',
		who: 'account',
		query: v.object({
			q: v.optional(v.string()),
			facet: v.optional(v.partial(v.object(Object.fromEntries(NOTICE_FACETS.map((facet) => [facet, v.array(v.string())])) as Record<NoticeFacet, v.ArraySchema<v.StringSchema<undefined>, undefined>>))),
			sort: v.optional(v.picklist(NOTICE_SORTS)),
			cursor: v.optional(v.string()),
			/** 1 to 100, 20 by default. */
			limit: v.optional(v.number()),
		}),
		answer: NoticeListSchema,
		errors: [...listErrors, 'bad_text', 'too_long', 'too_many', 'unknown_facet', 'unknown_sort'],
	}),
	mine: endpoint({
		method: 'GET',
		path: '/notices/mine',
		summary: 'Get the notices of the current user and of the people whose cards they keep, in every state, newest first',
		who: 'account',
		query: v.object({
			cursor: v.optional(v.string()),
			limit: v.optional(v.number()),
		}),
		answer: NoticePageSchema,
		errors: listErrors,
	}),
	unanswered: endpoint({
		method: 'GET',
		path: '/notices/unanswered',
		summary: 'Get the visible open notices that ask for something and had no answer for a week, oldest first',
		who: 'facilitator',
		query: v.object({
			cursor: v.optional(v.string()),
			limit: v.optional(v.number()),
		}),
		answer: NoticePageSchema,
		errors: listErrors,
	}),
	similar: endpoint({
		method: 'GET',
		path: '/notices/similar',
		summary: 'Get visible open notices that resemble the one being written',
		who: 'account',
		query: v.object({
			title: v.optional(v.string()),
			kind: v.optional(v.picklist(NOTICE_KINDS)),
			term: v.optional(v.array(v.string())),
		}),
		answer: SimilarNoticesSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'unknown_kind'],
	}),
	create: endpoint({
		method: 'POST',
		path: '/notices',
		summary: 'Publish a notice of the current user or of a person whose card they keep; the same key returns the existing notice',
		who: 'account',
		body: NewNoticeSchema,
		answer: NoticeSchema,
		status: 201,
		errors: [...wordsErrors, 'bad_key', 'no_card', 'card_hidden', 'unknown_member', 'unknown_item', 'unknown_way', 'enough_notices', 'enough_notices_today'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/notices/{notice}',
		summary: 'Get a notice; also one that is done or has ended, for those who could see it',
		who: 'viewer',
		answer: NoticeSchema,
		errors: [],
	}),
	edit: endpoint({
		method: 'PUT',
		path: '/notices/{notice}',
		summary: 'Change a notice. `stale_version` comes with the `current` notice',
		who: 'keeper',
		body: NoticeChangesSchema,
		answer: NoticeSchema,
		errors: [...wordsErrors, 'version_missing', 'stale_version', 'notice_closed'],
	}),
	renew: endpoint({
		method: 'POST',
		path: '/notices/{notice}/renewal',
		summary: 'Renew a notice until the given day, by default for 60 days; also one that has ended',
		who: 'keeper',
		body: v.object({ until: v.optional(v.string()) }),
		answer: NoticeSchema,
		errors: ['wrong_type', 'bad_day', 'bad_until', 'card_hidden', 'notice_closed', 'notice_stopped', 'enough_notices', 'enough_notices_today'],
	}),
	close: endpoint({
		method: 'PUT',
		path: '/notices/{notice}/closing',
		summary: 'Mark a notice as done, with the outcome and the people to thank, who are linked with it; again: correct them',
		who: 'keeper',
		body: ClosingSchema,
		answer: NoticeSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'unknown_member'],
	}),
	reopen: endpoint({
		method: 'POST',
		path: '/notices/{notice}/reopening',
		summary: 'Reopen a notice that is done or has ended, for 60 days if its time is over; its outcome is deleted. What facilitators of the network ended, only they can reopen',
		who: 'host',
		answer: NoticeSchema,
		errors: ['card_hidden', 'notice_stopped', 'enough_notices', 'enough_notices_today'],
	}),
	end: endpoint({
		method: 'POST',
		path: '/notices/{notice}/end',
		summary: 'End a notice; facilitators of the network can end one that breaks the rules, and its author is notified',
		who: 'host',
		answer: NoticeSchema,
		errors: ['notice_closed'],
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/notices/{notice}',
		summary: 'Delete a notice with its links; conversations about it stay',
		who: 'keeper',
		answer: v.null(),
		errors: [],
	}),
	writing: endpoint({
		method: 'GET',
		path: '/notices/{notice}/writing',
		summary: 'Check whether the current user, or a person whose card they keep, can write to the author of a notice, and why not',
		who: 'viewer',
		query: v.object({ for: v.optional(v.number()) }),
		answer: WritingSchema,
		errors: ['unknown_member', 'notice_of_group'],
	}),
	write: endpoint({
		method: 'POST',
		path: '/notices/{notice}/conversations',
		summary: 'Write to the author of a notice, also for a person whose card the current user keeps: in their existing conversation about it, or in a new one. The same key sends only one message',
		who: 'viewer',
		body: FirstMessageSchema,
		answer: ConversationSchema,
		status: 201,
		errors: [
			'wrong_type', 'bad_text', 'too_long', 'text_missing', 'bad_key', 'unknown_way', 'links_too_early', 'enough_messages', 'enough_messages_today', 'own_card',
			'kept_card', 'no_card', 'card_hidden', 'conversation_stopped', 'conversation_full', 'enough_conversations', 'enough_conversations_today', 'notice_ended',
			'unknown_member', 'notice_of_group', 'restricted',
		],
	}),
	passed: endpoint({
		method: 'GET',
		path: '/notices/{notice}/passed',
		summary: 'Get the people whose cards the current user keeps and who were sent a notice by email, and when',
		who: 'viewer',
		answer: PassedSchema,
		errors: [],
	}),
	passing: endpoint({
		method: 'GET',
		path: '/members/{id}/notices/{notice}',
		summary: 'Check whether a notice can be sent by email to a person whose card the current user keeps, and preview the email without its link',
		who: 'keeper',
		answer: PassingSchema,
		errors: ['has_account'],
	}),
	pass: endpoint({
		method: 'POST',
		path: '/members/{id}/notices/{notice}',
		summary: 'Send a notice by email to a person whose card the current user keeps, who reads and answers it with a link',
		who: 'keeper',
		body: v.object({ seen: v.string() }),
		answer: PassingSchema,
		status: 201,
		errors: ['wrong_type', 'has_account', ...PASS_OBSTACLES, 'mail_changed', 'mail_failed', 'enough_mails', 'enough_mails_today'],
	}),
} as const
