/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { CallSheetSchema, NewCallSchema, WithoutMailSchema } from './model.ts'

export const withoutmailApi = {
	list: endpoint({
		method: 'GET',
		path: '/without-mail',
		summary: 'People whose card I keep and whom no mail reaches',
		who: 'account',
		query: v.object({ cursor: v.optional(v.string()) }),
		answer: WithoutMailSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
	sheet: endpoint({
		method: 'GET',
		path: '/members/{id}/call-sheet',
		summary: 'What there is to tell and to ask the person of a card I keep',
		who: 'keeper',
		answer: CallSheetSchema,
		errors: ['only_they', 'only_people'],
	}),
	add: endpoint({
		method: 'POST',
		path: '/members/{id}/calls',
		summary: 'Note that I reached the person, and what they answered',
		who: 'keeper',
		body: NewCallSchema,
		answer: CallSheetSchema,
		status: 201,
		errors: ['only_they', 'only_people', 'said_day', 'unknown_way', 'wrong_type', 'bad_text', 'too_long', 'bad_key'],
	}),
	remove: endpoint({
		method: 'DELETE',
		path: '/members/{id}/calls/{call}',
		summary: 'Take such a note away',
		who: 'keeper',
		answer: CallSheetSchema,
		errors: ['only_they', 'only_people', 'not_found'],
	}),
} as const
