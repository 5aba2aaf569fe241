/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import {
	AddressOutcomeSchema,
	AddressRowSchema,
	ConsentRecordSchema,
	LetterSettingsSchema,
	OwnLetterSchema,
	RecordedChoiceSchema,
	SUBSCRIBER_STATES,
	SubscribersAtSchema,
	SubscriberSchema,
	SubscribersSchema,
} from './model.ts'

const rows = v.object({
	/** At most 200. */
	rows: v.array(AddressRowSchema),
})
const outcomes = v.object({ rows: v.array(AddressOutcomeSchema) })
const choiceErrors = ['wrong_type', 'bad_text', 'too_long', 'manner_missing', 'said_day', 'left_since', 'wants_since', 'left_themselves', 'only_they', 'only_people'] as const

export const subscriptionApi = {
	show: endpoint({
		method: 'GET',
		path: '/subscription',
		summary: 'Get whether the current user receives the letter',
		who: 'account',
		answer: OwnLetterSchema,
		errors: [],
	}),
	choose: endpoint({
		method: 'PUT',
		path: '/subscription',
		summary: 'Set whether the current user receives the letter; a refusal counts for everyone with the same address',
		who: 'account',
		body: v.object({ wants: v.boolean() }),
		answer: OwnLetterSchema,
		errors: ['wrong_type'],
	}),
	list: endpoint({
		method: 'GET',
		path: '/subscribers',
		summary: 'Get the subscribers of the letter with the reason, or those who left; without addresses',
		who: 'facilitator',
		query: v.object({
			/** Words of a name. */
			q: v.optional(v.string()),
			state: v.optional(v.picklist(SUBSCRIBER_STATES)),
			cursor: v.optional(v.string()),
		}),
		answer: SubscribersSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
	at: endpoint({
		method: 'POST',
		path: '/subscribers/at',
		summary: 'Get who receives the letter at an address, or left; nothing is stored. A POST request, to keep addresses out of URLs',
		who: 'facilitator',
		body: v.object({ address: v.string() }),
		answer: SubscribersAtSchema,
		errors: ['wrong_type', 'bad_text', 'too_long'],
	}),
	recordChoice: endpoint({
		method: 'PUT',
		path: '/subscribers/{subscriber}',
		summary: 'Record the choice a person in the list made on the telephone or on paper; for an account only a refusal, for a kept card only by its keeper',
		who: 'facilitator',
		body: RecordedChoiceSchema,
		answer: SubscriberSchema,
		errors: [...choiceErrors, 'not_found'],
	}),
	recordChoiceOfCard: endpoint({
		method: 'PUT',
		path: '/members/{id}/letter',
		summary: 'Record the choice of the person of a kept card about the letter',
		who: 'keeper',
		body: RecordedChoiceSchema,
		answer: v.object({ wants: v.nullable(v.boolean()) }),
		errors: choiceErrors,
	}),
	check: endpoint({
		method: 'POST',
		path: '/subscribers/check',
		summary: 'Check addresses from a file before they are imported; nothing is stored',
		who: 'facilitator',
		body: rows,
		answer: outcomes,
		errors: ['wrong_type', 'too_many'],
	}),
	import: endpoint({
		method: 'POST',
		path: '/subscribers/import',
		summary: 'Import addresses from a file, each with when and how the person agreed; never people who left',
		who: 'facilitator',
		body: rows,
		answer: outcomes,
		errors: ['wrong_type', 'too_many'],
	}),
	settings: endpoint({
		method: 'GET',
		path: '/letter-settings',
		summary: 'Get how people can subscribe to the letter',
		who: 'facilitator',
		answer: LetterSettingsSchema,
		errors: [],
	}),
	setUp: endpoint({
		method: 'PUT',
		path: '/letter-settings',
		summary: 'Set whether members are asked, and whether anyone can subscribe',
		who: 'facilitator',
		body: v.object({ asks: v.optional(v.boolean()), open: v.optional(v.boolean()) }),
		answer: LetterSettingsSchema,
		errors: ['wrong_type'],
	}),
	consents: endpoint({
		method: 'GET',
		path: '/consents',
		summary: 'Get the record of consents: who, to what, when and how, for people whose cards the current user can see',
		who: 'facilitator',
		query: v.object({ cursor: v.optional(v.string()) }),
		answer: ConsentRecordSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
} as const
