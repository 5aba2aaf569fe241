/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { EnquiryAnswerSchema, EnquiryPageSchema, EnquirySchema } from './model.ts'

export const enquiryApi = {
	list: endpoint({
		method: 'GET',
		path: '/enquiries',
		summary: 'Get the messages of visitors of the public showcase: about notices of the current user or of people whose cards they keep, to groups they facilitate, or to the network if they facilitate it; newest first',
		who: 'account',
		query: v.object({ cursor: v.optional(v.string()) }),
		answer: EnquiryPageSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/enquiries/{enquiry}',
		summary: 'Get a message of a visitor',
		who: 'addressee',
		answer: EnquirySchema,
		errors: [],
	}),
	answer: endpoint({
		method: 'POST',
		path: '/enquiries/{enquiry}/answer',
		summary: 'Answer a visitor by email, once, with or without the name of the current user',
		who: 'addressee',
		body: EnquiryAnswerSchema,
		answer: EnquirySchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'text_missing', 'already_answered', 'not_readable', 'answer_not_sent'],
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/enquiries/{enquiry}',
		summary: 'Delete a message of a visitor for everyone who can read it',
		who: 'addressee',
		answer: v.null(),
		errors: [],
	}),
} as const
