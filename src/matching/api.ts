/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { CardMatchSchema, MatchesSchema } from './model.ts'

/** A card I keep, for its person; without it, mine. */
const subject = { member: v.optional(v.number()) }

export const matchingApi = {
	list: endpoint({
		method: 'GET',
		path: '/matches',
		summary: 'Whom I could meet, and why: what I seek meets what they offer, or the other way round, in what I may see of them',
		who: 'account',
		query: v.object({
			/** 1 to 20, 20 by default. */
			limit: v.optional(v.number()),
			...subject,
		}),
		answer: MatchesSchema,
		errors: ['bad_limit', 'wrong_type'],
	}),
	show: endpoint({
		method: 'GET',
		path: '/matches/{id}',
		summary: 'Why I could meet this person',
		who: 'viewer',
		answer: CardMatchSchema,
		errors: [],
	}),
	ofNotice: endpoint({
		method: 'GET',
		path: '/notices/{notice}/matches',
		summary: 'Whom I could tell of a notice of mine, or of a person whose card I keep, and why; at most five, nobody once it is not open any more',
		who: 'keeper',
		answer: MatchesSchema,
		errors: [],
	}),
	decline: endpoint({
		method: 'POST',
		path: '/matches/{id}/decline',
		summary: 'No longer suggests this person to me; they do not learn of it',
		who: 'viewer',
		body: v.object(subject),
		answer: v.null(),
		errors: ['wrong_type', 'no_card', 'own_card'],
	}),
	undo: endpoint({
		method: 'DELETE',
		path: '/matches/{id}/decline',
		summary: 'May suggest this person to me again',
		who: 'viewer',
		query: v.object(subject),
		answer: v.null(),
		errors: ['wrong_type', 'no_card'],
	}),
} as const
