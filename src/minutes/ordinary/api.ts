/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../../api/endpoint.ts'
import { maxCharacters } from '../../shared/lib/maxCharacters.ts'
import { MINUTES_LIMITS } from '../model.ts'
import { BROUGHT_STATES, BroughtSchema, BroughtSummarySchema } from './model.ts'

const runner = v.pipe(v.string(), maxCharacters(64))
/** JSON, of OrdinaryPlanSchema. */
const plan = v.string()

/** Why the input is refused; `address_in_plan` comes with the path in the plan as `field`. */
const planErrors = ['wrong_type', 'bad_text', 'too_long', 'bad_plan', 'address_in_plan'] as const

export const ordinaryApi = {
	list: endpoint({
		method: 'GET',
		path: '/groups/{group}/minutes',
		summary: 'Get the minutes of meetings imported into a group, newest first',
		who: 'groupFacilitator',
		answer: v.array(BroughtSummarySchema),
		errors: [],
	}),
	start: endpoint({
		method: 'POST',
		path: '/groups/{group}/minutes',
		summary: 'Import minutes of a meeting into a group; `already_imported` comes with minutes of the same text as `current`',
		who: 'groupFacilitator',
		body: v.object({
			/** Identifies the text: 64 hexadecimal digits. */
			hash: v.string(),
			title: v.pipe(v.string(), maxCharacters(MINUTES_LIMITS.title)),
			plan,
		}),
		answer: BroughtSchema,
		status: 201,
		errors: [...planErrors, 'minutes_nameless', 'group_closed', 'already_imported'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/groups/{group}/minutes/{brought}',
		summary: 'Get minutes imported into a group, with what was created from them',
		who: 'groupFacilitator',
		answer: BroughtSchema,
		errors: [],
	}),
	save: endpoint({
		method: 'PUT',
		path: '/groups/{group}/minutes/{brought}',
		summary: 'Save the progress of a run that imports minutes or undoes it; the lease lasts two minutes. `stale_version` comes with the `current` ones',
		who: 'groupFacilitator',
		body: v.object({
			version: v.number(),
			runner,
			plan: v.optional(plan),
			state: v.optional(v.picklist(BROUGHT_STATES)),
			/** Whether this ends the run. */
			last: v.optional(v.boolean()),
		}),
		answer: BroughtSchema,
		errors: [...planErrors, 'unknown_state', 'runner_missing', 'being_made', 'version_missing', 'stale_version'],
	}),
	delete: endpoint({
		method: 'DELETE',
		path: '/groups/{group}/minutes/{brought}',
		summary: 'Delete minutes that were undone',
		who: 'groupFacilitator',
		answer: v.null(),
		errors: ['unknown_state'],
	}),
} as const
