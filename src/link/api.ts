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
		summary: 'Get the neighbourhood of a member, group, board, board card, file or notice, as far as the current user can see it: the first things of each kind except files. With a kind, which can be files (`resources`): all things of that kind, or `limit` of them. With `beside`, without what the page of the thing itself shows',
		who: 'viewer',
		query: v.object({ kind: v.optional(v.picklist(NEIGHBOUR_KINDS)), limit: v.optional(v.number()), beside: v.optional(v.picklist(['page'])) }),
		answer: NeighbourhoodSchema,
		errors: ['unknown_kind', 'bad_limit', 'wrong_type'],
	}),
	things: endpoint({
		method: 'GET',
		path: '/things',
		summary: 'Search things to link by words or by their address in this Nextcloud; nearest first',
		who: 'account',
		query: v.object({ q: qSchema, type: v.optional(v.picklist(THING_TYPES)) }),
		answer: v.array(ThingSchema),
		errors: ['wrong_type', 'bad_text', 'too_long', 'unknown_type'],
	}),
	relations: endpoint({
		method: 'GET',
		path: '/relations',
		summary: 'Get the relations of the network’s vocabulary in their order',
		who: 'account',
		answer: v.array(RelationSchema),
		errors: [],
	}),
	create: endpoint({
		method: 'POST',
		path: '/links',
		summary: 'Link two things the current user can see by a relation that fits them; an existing link is returned',
		who: 'account',
		body: NewLinkSchema,
		answer: LinkSchema,
		status: 201,
		errors: ['wrong_type', 'unknown_thing', 'unknown_relation', 'wrong_relation', 'same_thing', 'no_card', 'card_hidden', 'too_many'],
	}),
	remove: endpoint({
		method: 'DELETE',
		path: '/links/{link}',
		summary: 'Delete a link: for the person who made it, the people responsible for one of its things (their card, a card they keep, a group they facilitate, their notice, their story), and facilitators of the network. Not found if the current user cannot see both things',
		who: 'linkHost',
		answer: v.null(),
		errors: [],
	}),
} as const
