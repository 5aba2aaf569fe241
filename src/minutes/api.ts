/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import { FoundPersonSchema, MINUTES_LIMITS, MINUTES_STATES, MinutesSchema, MinutesSummarySchema, SoughtPersonSchema } from './model.ts'

const title = v.pipe(v.string(), maxCharacters(MINUTES_LIMITS.title))
/** JSON, of PlanSchema. */
const plan = v.string()

/** Why the input is refused; `address_in_plan` comes with the path in the plan as `field`. */
const writtenErrors = ['wrong_type', 'bad_text', 'too_long', 'too_many', 'minutes_nameless', 'bad_plan', 'address_in_plan'] as const

export const minutesApi = {
	list: endpoint({
		method: 'GET',
		path: '/minutes',
		summary: 'Get the imported minutes, last changed first',
		who: 'facilitator',
		answer: v.array(MinutesSummarySchema),
		errors: [],
	}),
	start: endpoint({
		method: 'POST',
		path: '/minutes',
		summary: 'Start importing minutes; `already_imported` comes with minutes of the same text as `current`',
		who: 'facilitator',
		body: v.object({
			/** Identifies the text: 64 hexadecimal digits. */
			hash: v.string(),
			/** Shown to people. */
			title,
			plan,
		}),
		answer: MinutesSchema,
		status: 201,
		errors: [...writtenErrors, 'already_imported'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/minutes/{minutes}',
		summary: 'Get minutes with their plan and the groups created from it',
		who: 'facilitator',
		answer: MinutesSchema,
		errors: [],
	}),
	save: endpoint({
		method: 'PUT',
		path: '/minutes/{minutes}',
		summary: 'Change the title, plan or progress of minutes; `undoing` and `undone` first revoke invitations that no one has answered; with `undone` the drafts are under review again. `stale_version` comes with the `current` ones',
		who: 'facilitator',
		body: v.object({
			version: v.number(),
			title: v.optional(title),
			plan: v.optional(plan),
			state: v.optional(v.picklist(MINUTES_STATES)),
		}),
		answer: MinutesSchema,
		errors: [...writtenErrors, 'unknown_state', 'version_missing', 'stale_version'],
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/minutes/{minutes}',
		summary: 'Delete minutes none of whose groups exist',
		who: 'facilitator',
		answer: v.null(),
		errors: ['groups_left'],
	}),
	people: endpoint({
		method: 'POST',
		path: '/minutes/people',
		summary: 'Find the people of a list who are in the network, as far as the current user can see them; nothing is stored',
		who: 'facilitator',
		body: v.object({
			/** At most 500. */
			people: v.array(SoughtPersonSchema),
		}),
		answer: v.object({ people: v.array(FoundPersonSchema) }),
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many'],
	}),
} as const
