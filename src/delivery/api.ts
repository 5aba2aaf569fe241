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
		summary: 'Get the notification settings of the current user, by kind',
		who: 'account',
		answer: ChoicesSchema,
		errors: [],
	}),
	choose: endpoint({
		method: 'PUT',
		path: '/notified',
		summary: 'Set how the current user is notified of one kind; applies to what waits for the next daily email too',
		who: 'account',
		body: ChoiceSchema,
		answer: ChoicesSchema,
		errors: ['unknown_kind', 'unknown_timing'],
	}),
} as const
