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
		summary: 'The members I may know, the groups they are in, the themes of what they seek and offer, and the links people made between them; of one sector or one territory where I say so',
		who: 'account',
		query: v.object({ sector: v.optional(v.string()), territory: v.optional(v.string()) }),
		answer: NetworkMapSchema,
		errors: ['wrong_type'],
	}),
	territories: endpoint({
		method: 'GET',
		path: '/map/territories',
		summary: 'Départements and communes in which I may know five and more members, with how many',
		who: 'account',
		answer: TerritoriesSchema,
		errors: [],
	}),
	bridges: endpoint({
		method: 'GET',
		path: '/map/bridges',
		summary: 'Which sectors or départements of five and more people have groups in common, and themes that would bring together those that have none',
		who: 'account',
		query: v.object({ by: v.picklist(BRIDGES) }),
		answer: BridgesSchema,
		errors: ['unknown_kind'],
	}),
} as const
