/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../../api/endpoint.ts'
import { maxCharacters } from '../../shared/lib/maxCharacters.ts'
import { ASK_LIMITS, AskedIntoGroupsSchema, AskedIntoSchema, AskedPersonSchema, AskedSchema, AskMailSchema, AskSchema } from './model.ts'

export const askApi = {
	list: endpoint({
		method: 'GET',
		path: '/groups/{group}/asks',
		summary: 'Get the people without an account who were invited to a group and have not answered, last invited first',
		who: 'groupFacilitator',
		answer: v.array(AskSchema),
		errors: [],
	}),
	ask: endpoint({
		method: 'POST',
		path: '/groups/{group}/asks',
		summary: 'Invite people to a group, each in the way available; inviting the same people again changes nothing',
		who: 'groupFacilitator',
		body: v.object({
			/** At most 100. */
			people: v.array(AskedPersonSchema),
		}),
		answer: v.object({ people: v.array(AskedSchema) }),
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'group_closed', 'outside_group'],
	}),
	ways: endpoint({
		method: 'POST',
		path: '/asks/ways',
		summary: 'Get how people would be invited to groups the current user facilitates, and who has been invited; nothing is stored',
		who: 'account',
		body: v.object({
			/** At most 100. */
			people: v.array(AskedIntoGroupsSchema),
		}),
		answer: v.object({ people: v.array(AskedIntoSchema) }),
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'outside_group'],
	}),
	mail: endpoint({
		method: 'POST',
		path: '/asks/mail',
		summary: 'Preview the invitation of a person to groups, sent in the name of the current user who facilitates them; nothing is stored',
		who: 'account',
		body: v.object({
			/** Name of the person. */
			name: v.optional(v.pipe(v.string(), maxCharacters(ASK_LIMITS.name))),
			/** Ids of the groups, at most 30. */
			groups: v.array(v.number()),
			/** Own text in the mail, without links. */
			message: v.optional(v.pipe(v.string(), maxCharacters(ASK_LIMITS.message))),
		}),
		answer: AskMailSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'outside_group', 'links_too_early'],
	}),
	askAll: endpoint({
		method: 'POST',
		path: '/asks',
		summary: 'Invite people to groups the current user facilitates, with one email each; inviting the same people again changes nothing',
		who: 'account',
		body: v.object({
			/** At most 100. */
			people: v.array(AskedIntoGroupsSchema),
			/** As above. */
			message: v.optional(v.pipe(v.string(), maxCharacters(ASK_LIMITS.message))),
		}),
		answer: v.object({ people: v.array(AskedIntoSchema) }),
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'group_closed', 'outside_group', 'links_too_early'],
	}),
	again: endpoint({
		method: 'POST',
		path: '/asks/{ask}/again',
		summary: 'Invite a person again who has not answered for a week; the previous link stops working',
		who: 'groupFacilitator',
		answer: AskSchema,
		errors: ['already_asked', 'no_address', 'mail_failed', 'enough_mails', 'enough_mails_today', 'group_closed', 'outside_group'],
	}),
	reply: endpoint({
		method: 'POST',
		path: '/asks/{ask}/reply',
		summary: 'Reply to a question of an invited person; they get it by email, without the address of the current user',
		who: 'groupFacilitator',
		body: v.object({
			text: v.pipe(v.string(), maxCharacters(ASK_LIMITS.talk)),
		}),
		answer: AskSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'text_missing', 'links_too_early', 'no_question', 'mail_failed', 'enough_mails', 'enough_mails_today'],
	}),
	takeBack: endpoint({
		method: 'DELETE',
		path: '/asks/{ask}',
		summary: 'Revoke an invitation: its link stops working, and all data about the person is deleted',
		who: 'groupFacilitator',
		answer: v.null(),
		errors: [],
	}),
} as const
