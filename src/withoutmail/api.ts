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
		summary: 'Get the people whose cards the current user keeps and who cannot be reached by email',
		who: 'account',
		query: v.object({ cursor: v.optional(v.string()) }),
		answer: WithoutMailSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
	sheet: endpoint({
		method: 'GET',
		path: '/members/{id}/call-sheet',
		summary: 'Get the call sheet of a person whose card the current user keeps: what to announce and to ask',
		who: 'keeper',
		answer: CallSheetSchema,
		errors: ['only_they', 'only_people'],
	}),
	add: endpoint({
		method: 'POST',
		path: '/members/{id}/calls',
		summary: 'Record a call with its answers',
		who: 'keeper',
		body: NewCallSchema,
		answer: CallSheetSchema,
		status: 201,
		errors: ['only_they', 'only_people', 'said_day', 'unknown_way', 'wrong_type', 'bad_text', 'too_long', 'bad_key'],
	}),
	remove: endpoint({
		method: 'DELETE',
		path: '/members/{id}/calls/{call}',
		summary: 'Delete a call',
		who: 'keeper',
		answer: CallSheetSchema,
		errors: ['only_they', 'only_people', 'not_found'],
	}),
} as const
