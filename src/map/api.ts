/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { BRIDGES, BridgesSchema, NetworkMapSchema, TerritoriesSchema } from './model.ts'

export const mapApi = {
	network: endpoint({
		method: 'GET',
		path: '/map/network',
		summary: 'Get the visible members, their groups, the themes of what they seek and offer, and the links people made between them; optionally of one sector or territory',
		who: 'account',
		query: v.object({ sector: v.optional(v.string()), territory: v.optional(v.string()) }),
		answer: NetworkMapSchema,
		errors: ['wrong_type'],
	}),
	territories: endpoint({
		method: 'GET',
		path: '/map/territories',
		summary: 'Get the départements and communes with at least five visible members, with their number',
		who: 'account',
		answer: TerritoriesSchema,
		errors: [],
	}),
	bridges: endpoint({
		method: 'GET',
		path: '/map/bridges',
		summary: 'Get the sectors or départements of at least five people that share groups, and themes that could connect those that share none',
		who: 'account',
		query: v.object({ by: v.picklist(BRIDGES) }),
		answer: BridgesSchema,
		errors: ['unknown_kind'],
	}),
} as const
