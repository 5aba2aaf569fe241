/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import { ABOUT, ProposalsSchema, READ_OF_TEXT, SIDES } from './model.ts'

export const knowledgeApi = {
	propose: endpoint({
		method: 'POST',
		path: '/about',
		summary: 'Propose what a need or an offer may be about, at most five; nothing is stored',
		who: 'account',
		body: v.object({
			text: v.pipe(v.string(), maxCharacters(READ_OF_TEXT)),
			side: v.picklist(SIDES),
			/** What was chosen before. */
			about: v.optional(v.pipe(v.string(), v.regex(ABOUT))),
		}),
		answer: ProposalsSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'unknown_kind'],
	}),
} as const
