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
		summary: 'Get the people the current user could meet and the reasons, from what they seek and offer and the current user can see',
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
		summary: 'Get the reasons to meet a person',
		who: 'viewer',
		answer: CardMatchSchema,
		errors: [],
	}),
	ofNotice: endpoint({
		method: 'GET',
		path: '/notices/{notice}/matches',
		summary: 'Get up to five people to inform of a notice of the current user or of a person whose card they keep, with the reasons; none for a notice that is not open',
		who: 'keeper',
		answer: MatchesSchema,
		errors: [],
	}),
	decline: endpoint({
		method: 'POST',
		path: '/matches/{id}/decline',
		summary: 'Stop suggesting a person to the current user; the person is not informed',
		who: 'viewer',
		body: v.object(subject),
		answer: v.null(),
		errors: ['wrong_type', 'no_card', 'own_card'],
	}),
	undo: endpoint({
		method: 'DELETE',
		path: '/matches/{id}/decline',
		summary: 'Allow suggesting a person to the current user again',
		who: 'viewer',
		query: v.object(subject),
		answer: v.null(),
		errors: ['wrong_type', 'no_card'],
	}),
} as const
