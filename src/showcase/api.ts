/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { ShowcaseChoiceSchema, ShowcaseSchema } from './model.ts'

const shown = v.object({ shown: v.boolean() })

export const showcaseApi = {
	show: endpoint({
		method: 'GET',
		path: '/showcase',
		summary: 'Get whether there is a public showcase, and its address',
		who: 'account',
		answer: ShowcaseSchema,
		errors: [],
	}),
	change: endpoint({
		method: 'PUT',
		path: '/showcase',
		summary: 'Open or close the public showcase',
		who: 'facilitator',
		body: v.object({ open: v.boolean() }),
		answer: ShowcaseSchema,
		errors: ['wrong_type', 'showcase_off'],
	}),
	card: endpoint({
		method: 'GET',
		path: '/members/{id}/showcase',
		summary: 'Get whether a card is in the showcase',
		who: 'keeper',
		answer: ShowcaseChoiceSchema,
		errors: [],
	}),
	chooseCard: endpoint({
		method: 'PUT',
		path: '/members/{id}/showcase',
		summary: 'Add a card to the showcase or remove it; for a kept card, with when and how its person agreed',
		who: 'keeper',
		body: v.object({
			...shown.entries,
			/** YYYY-MM-DD */
			date: v.optional(v.string()),
			how: v.optional(v.string()),
		}),
		answer: ShowcaseChoiceSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'showcase_off', 'card_hidden', 'bad_date', 'how_missing', 'withdrawn_since'],
	}),
	group: endpoint({
		method: 'GET',
		path: '/groups/{group}/showcase',
		summary: 'Get whether a group is in the showcase',
		who: 'account',
		answer: ShowcaseChoiceSchema,
		errors: ['not_found'],
	}),
	chooseGroup: endpoint({
		method: 'PUT',
		path: '/groups/{group}/showcase',
		summary: 'Add a group to the showcase or remove it',
		who: 'groupFacilitator',
		body: shown,
		answer: ShowcaseChoiceSchema,
		errors: ['wrong_type', 'not_found', 'showcase_off', 'group_not_running', 'group_private'],
	}),
	sheet: endpoint({
		method: 'GET',
		path: '/sheets/{file}/showcase',
		summary: 'Get whether a sheet is in the showcase',
		who: 'fileReader',
		answer: ShowcaseChoiceSchema,
		errors: [],
	}),
	chooseSheet: endpoint({
		method: 'PUT',
		path: '/sheets/{file}/showcase',
		summary: 'Add a sheet to the showcase or remove it: for its authors, or, if it names no member, people who can change it',
		who: 'fileEditor',
		body: shown,
		answer: ShowcaseChoiceSchema,
		errors: ['wrong_type', 'showcase_off', 'not_published', 'for_members_only'],
	}),
	notice: endpoint({
		method: 'GET',
		path: '/notices/{notice}/showcase',
		summary: 'Get whether a notice is in the showcase',
		who: 'viewer',
		answer: ShowcaseChoiceSchema,
		errors: [],
	}),
	chooseNotice: endpoint({
		method: 'PUT',
		path: '/notices/{notice}/showcase',
		summary: 'Add a notice to the showcase: for its author, or the keeper of their card with when and how they agreed. Remove it: for them and any facilitator of the network',
		who: 'host',
		body: v.object({
			...shown.entries,
			/** YYYY-MM-DD */
			date: v.optional(v.string()),
			how: v.optional(v.string()),
		}),
		answer: ShowcaseChoiceSchema,
		errors: ['wrong_type', 'bad_text', 'too_long', 'showcase_off', 'card_hidden', 'notice_closed', 'for_one_group', 'bad_date', 'how_missing', 'withdrawn_since'],
	}),
} as const
