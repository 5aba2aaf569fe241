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
	SUBSCRIBER_STATES,
	SubscribersAtSchema,
	SubscriberSchema,
	SubscribersSchema,
	ToldSchema,
} from './model.ts'

const rows = v.object({
	/** At most 200. */
	rows: v.array(AddressRowSchema),
})
const outcomes = v.object({ rows: v.array(AddressOutcomeSchema) })
const toldErrors = ['wrong_type', 'bad_text', 'too_long', 'manner_missing', 'said_day', 'left_since', 'wants_since', 'left_themselves', 'only_they', 'only_people'] as const

export const subscriptionApi = {
	show: endpoint({
		method: 'GET',
		path: '/subscription',
		summary: 'Whether I get the letter',
		who: 'account',
		answer: OwnLetterSchema,
		errors: [],
	}),
	choose: endpoint({
		method: 'PUT',
		path: '/subscription',
		summary: 'Say whether I want the letter; a no counts for everybody who gets it at my address',
		who: 'account',
		body: v.object({ wants: v.boolean() }),
		answer: OwnLetterSchema,
		errors: ['wrong_type'],
	}),
	list: endpoint({
		method: 'GET',
		path: '/subscribers',
		summary: 'Who gets the letter and why, or who left; without addresses',
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
		summary: 'Who gets the letter at an address, or left; nothing is written: addresses do not belong in the address of a request',
		who: 'facilitator',
		body: v.object({ address: v.string() }),
		answer: SubscribersAtSchema,
		errors: ['wrong_type', 'bad_text', 'too_long'],
	}),
	tell: endpoint({
		method: 'PUT',
		path: '/subscribers/{subscriber}',
		summary: 'Write down what a person in the list said on the telephone or on paper; for an account only that they want it no more, for a kept card only its keeper',
		who: 'facilitator',
		body: ToldSchema,
		answer: SubscriberSchema,
		errors: [...toldErrors, 'not_found'],
	}),
	tellOfCard: endpoint({
		method: 'PUT',
		path: '/members/{id}/letter',
		summary: 'Write down what the person of a kept card said about the letter',
		who: 'keeper',
		body: ToldSchema,
		answer: v.object({ wants: v.nullable(v.boolean()) }),
		errors: toldErrors,
	}),
	check: endpoint({
		method: 'POST',
		path: '/subscribers/check',
		summary: 'What would become of addresses from a file; nothing is written',
		who: 'facilitator',
		body: rows,
		answer: outcomes,
		errors: ['wrong_type', 'too_many'],
	}),
	import: endpoint({
		method: 'POST',
		path: '/subscribers/import',
		summary: 'Subscribe addresses from a file, each with the day and manner of its consent; never who left',
		who: 'facilitator',
		body: rows,
		answer: outcomes,
		errors: ['wrong_type', 'too_many'],
	}),
	settings: endpoint({
		method: 'GET',
		path: '/letter-settings',
		summary: 'How people come to get the letter',
		who: 'facilitator',
		answer: LetterSettingsSchema,
		errors: [],
	}),
	setUp: endpoint({
		method: 'PUT',
		path: '/letter-settings',
		summary: 'Ask members, and let anybody subscribe, or no longer',
		who: 'facilitator',
		body: v.object({ asks: v.optional(v.boolean()), open: v.optional(v.boolean()) }),
		answer: LetterSettingsSchema,
		errors: ['wrong_type'],
	}),
	consents: endpoint({
		method: 'GET',
		path: '/consents',
		summary: 'The record of consents: who, to what, when and how; of people whose cards I may see',
		who: 'facilitator',
		query: v.object({ cursor: v.optional(v.string()) }),
		answer: ConsentRecordSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
} as const
