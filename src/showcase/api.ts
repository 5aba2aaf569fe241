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
		summary: 'Whether there is a public showcase, and where',
		who: 'account',
		answer: ShowcaseSchema,
		errors: [],
	}),
	change: endpoint({
		method: 'PUT',
		path: '/showcase',
		summary: 'Open the public showcase, or close all of it',
		who: 'facilitator',
		body: v.object({ open: v.boolean() }),
		answer: ShowcaseSchema,
		errors: ['wrong_type', 'showcase_off'],
	}),
	card: endpoint({
		method: 'GET',
		path: '/members/{id}/showcase',
		summary: 'Whether a card is in the showcase',
		who: 'keeper',
		answer: ShowcaseChoiceSchema,
		errors: [],
	}),
	chooseCard: endpoint({
		method: 'PUT',
		path: '/members/{id}/showcase',
		summary: 'Put a card into the showcase, or take it out; for a kept card with the day and manner in which its person agreed',
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
		summary: 'Whether a group is in the showcase',
		who: 'account',
		answer: ShowcaseChoiceSchema,
		errors: ['not_found'],
	}),
	chooseGroup: endpoint({
		method: 'PUT',
		path: '/groups/{group}/showcase',
		summary: 'Put a group into the showcase, or take it out',
		who: 'groupFacilitator',
		body: shown,
		answer: ShowcaseChoiceSchema,
		errors: ['wrong_type', 'not_found', 'showcase_off', 'group_not_running'],
	}),
	sheet: endpoint({
		method: 'GET',
		path: '/sheets/{file}/showcase',
		summary: 'Whether a sheet is in the showcase',
		who: 'fileReader',
		answer: ShowcaseChoiceSchema,
		errors: [],
	}),
	chooseSheet: endpoint({
		method: 'PUT',
		path: '/sheets/{file}/showcase',
		summary: 'Put a sheet into the showcase, or take it out: its authors, or if it names no member, those who may change it',
		who: 'fileEditor',
		body: shown,
		answer: ShowcaseChoiceSchema,
		errors: ['wrong_type', 'showcase_off', 'not_published', 'for_members_only'],
	}),
	notice: endpoint({
		method: 'GET',
		path: '/notices/{notice}/showcase',
		summary: 'Whether a notice is in the showcase',
		who: 'viewer',
		answer: ShowcaseChoiceSchema,
		errors: [],
	}),
	chooseNotice: endpoint({
		method: 'PUT',
		path: '/notices/{notice}/showcase',
		summary: 'Put a notice into the showcase: its author, or the keeper of their card with the day and manner in which they agreed. Or take it out: these, and any facilitator of the network',
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
