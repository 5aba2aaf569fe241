/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { LinkSchema, NEIGHBOUR_KINDS, NeighbourhoodSchema, NewLinkSchema, qSchema, RelationSchema, THING_TYPES, ThingSchema } from './model.ts'

export const linkApi = {
	neighbourhood: endpoint({
		method: 'GET',
		path: '/neighbourhood/{type}/{id}',
		summary: 'What is around a member, a group, a board, a card of a board, a file or a notice, as far as I may know of it: the first of each kind but files; with a kind, which may be files (`resources`), all of that kind alone, or as many as `limit`; `beside` its own page without what that page says of them itself',
		who: 'viewer',
		query: v.object({ kind: v.optional(v.picklist(NEIGHBOUR_KINDS)), limit: v.optional(v.number()), beside: v.optional(v.picklist(['page'])) }),
		answer: NeighbourhoodSchema,
		errors: ['unknown_kind', 'bad_limit', 'wrong_type'],
	}),
	things: endpoint({
		method: 'GET',
		path: '/things',
		summary: 'What can be linked that meets some words, or stands behind an address of this Nextcloud; the nearest first',
		who: 'account',
		query: v.object({ q: qSchema, type: v.optional(v.picklist(THING_TYPES)) }),
		answer: v.array(ThingSchema),
		errors: ['wrong_type', 'bad_text', 'too_long', 'unknown_type'],
	}),
	relations: endpoint({
		method: 'GET',
		path: '/relations',
		summary: 'The relations of the network’s vocabulary, in its order',
		who: 'account',
		answer: v.array(RelationSchema),
		errors: [],
	}),
	create: endpoint({
		method: 'POST',
		path: '/links',
		summary: 'Link two things that I may know of by a relation that makes sense between them; the same link again is answered with the one there is',
		who: 'account',
		body: NewLinkSchema,
		answer: LinkSchema,
		status: 201,
		errors: ['wrong_type', 'unknown_thing', 'unknown_relation', 'wrong_relation', 'same_thing', 'no_card', 'card_hidden', 'too_many'],
	}),
	remove: endpoint({
		method: 'DELETE',
		path: '/links/{link}',
		summary: 'Take a link away: who made it, to whom a thing it is about belongs (their card, one they keep, a group they facilitate, their notice, their story), and the facilitators of the network; for who may not know of both things it is not there',
		who: 'linkHost',
		answer: v.null(),
		errors: [],
	}),
} as const
