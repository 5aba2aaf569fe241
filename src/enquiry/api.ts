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
		summary: 'What visitors of the public showcase wrote about my notice, or one of a person whose card I keep, to a group that I facilitate, or to the network that I facilitate; the last ones first',
		who: 'account',
		query: v.object({ cursor: v.optional(v.string()) }),
		answer: EnquiryPageSchema,
		errors: ['wrong_type', 'bad_cursor'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/enquiries/{enquiry}',
		summary: 'One message of a visitor',
		who: 'addressee',
		answer: EnquirySchema,
		errors: [],
	}),
	answer: endpoint({
		method: 'POST',
		path: '/enquiries/{enquiry}/answer',
		summary: 'Answer a visitor by email, once, with my name or without',
		who: 'addressee',
		body: EnquiryAnswerSchema,
		answer: EnquirySchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'text_missing', 'already_answered', 'not_readable', 'answer_not_sent'],
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/enquiries/{enquiry}',
		summary: 'Delete a message of a visitor, for all who read it',
		who: 'addressee',
		answer: v.null(),
		errors: [],
	}),
} as const
