/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { endpoint } from '../api/endpoint.ts'
import { DatesSchema, FeedsSchema } from './model.ts'

export const calendarApi = {
	dates: endpoint({
		method: 'GET',
		path: '/calendar',
		summary: 'Get the dates of the current user for the next year: meetings of their groups, sessions, appointments, ends of commitments',
		who: 'account',
		answer: DatesSchema,
		errors: [],
	}),
	addresses: endpoint({
		method: 'GET',
		path: '/calendar/addresses',
		summary: 'Get the secret addresses at which calendars read the current user’s dates without a login',
		who: 'account',
		answer: FeedsSchema,
		errors: [],
	}),
	make: endpoint({
		method: 'PUT',
		path: '/calendar/addresses/{feed}',
		summary: 'Create an address for all dates (0) or for the meetings of a group; the previous address stops working',
		who: 'account',
		answer: FeedsSchema,
		errors: [],
	}),
	remove: endpoint({
		method: 'DELETE',
		path: '/calendar/addresses/{feed}',
		summary: 'Delete an address, which stops working',
		who: 'account',
		answer: FeedsSchema,
		errors: [],
	}),
} as const
