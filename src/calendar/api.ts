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
		summary: 'My dates of the year to come: meetings of my groups, sessions, appointments, ends of commitments',
		who: 'account',
		answer: DatesSchema,
		errors: [],
	}),
	addresses: endpoint({
		method: 'GET',
		path: '/calendar/addresses',
		summary: 'The secret addresses at which calendars read my dates without logging in',
		who: 'account',
		answer: FeedsSchema,
		errors: [],
	}),
	make: endpoint({
		method: 'PUT',
		path: '/calendar/addresses/{feed}',
		summary: 'Make an address of everything (0) or of the meetings of a group; an earlier one no longer works',
		who: 'account',
		answer: FeedsSchema,
		errors: [],
	}),
	remove: endpoint({
		method: 'DELETE',
		path: '/calendar/addresses/{feed}',
		summary: 'Remove an address: it no longer works',
		who: 'account',
		answer: FeedsSchema,
		errors: [],
	}),
} as const
