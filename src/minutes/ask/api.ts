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
		summary: 'People without an account who were asked into a group and have not answered, the last asked first',
		who: 'groupFacilitator',
		answer: v.array(AskSchema),
		errors: [],
	}),
	ask: endpoint({
		method: 'POST',
		path: '/groups/{group}/asks',
		summary: 'Ask people into a group, each in the way there is; the same people again change nothing',
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
		summary: 'How people would be asked into groups that I facilitate, and who was already; nothing is written',
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
		summary: 'The mail that asks a person into groups that I facilitate, as it would be sent in my name; nothing is written',
		who: 'account',
		body: v.object({
			/** Of the person. */
			name: v.optional(v.pipe(v.string(), maxCharacters(ASK_LIMITS.name))),
			/** Their numbers, at most 30. */
			groups: v.array(v.number()),
			/** My own words in it, without links. */
			message: v.optional(v.pipe(v.string(), maxCharacters(ASK_LIMITS.message))),
		}),
		answer: AskMailSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many', 'outside_group', 'links_too_early'],
	}),
	askAll: endpoint({
		method: 'POST',
		path: '/asks',
		summary: 'Ask people into groups that I facilitate, one mail each; the same people again change nothing',
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
		summary: 'Write again to somebody who has not answered for a week; the earlier link stops working',
		who: 'groupFacilitator',
		answer: AskSchema,
		errors: ['already_asked', 'no_address', 'mail_failed', 'enough_mails', 'enough_mails_today', 'group_closed', 'outside_group'],
	}),
	reply: endpoint({
		method: 'POST',
		path: '/asks/{ask}/reply',
		summary: 'Write back to a person I invited who asked something; they get it by email, without my address',
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
		summary: 'Ask somebody no longer: their link stops working, and nothing of them is kept',
		who: 'groupFacilitator',
		answer: v.null(),
		errors: [],
	}),
} as const
