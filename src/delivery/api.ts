/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { endpoint } from '../api/endpoint.ts'
import { ChoiceSchema, ChoicesSchema } from './model.ts'

export const deliveryApi = {
	show: endpoint({
		method: 'GET',
		path: '/notified',
		summary: 'How I am notified, by kind',
		who: 'account',
		answer: ChoicesSchema,
		errors: [],
	}),
	choose: endpoint({
		method: 'PUT',
		path: '/notified',
		summary: 'Say how I want to be notified of one kind; what waits for the next daily mail follows',
		who: 'account',
		body: ChoiceSchema,
		answer: ChoicesSchema,
		errors: ['unknown_kind', 'unknown_timing'],
	}),
} as const
