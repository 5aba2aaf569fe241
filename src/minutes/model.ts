/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { GROUP_STATUSES } from '../group/model.ts'
import { MemberSummarySchema } from '../member/model.ts'

/**
 * - draft: read and being corrected, nothing is created
 * - making: groups are being created, or will be once a person resumes it
 * - made: every group of the plan exists
 * - undoing: groups are being removed, or will be once a person resumes it; the same text may be imported again
 * - undone: that is finished; groups with other people stay
 */
export const MINUTES_STATES = ['draft', 'making', 'made', 'undoing', 'undone'] as const

/** The same as in lib/Minutes; both sides are held to tests/fixtures/rules/minutes-limits.json. */
export const MINUTES_LIMITS = {
	/** Characters. */
	title: 120,
	/** Bytes of the plan as JSON. */
	plan: 1_000_000,
	/** Groups of one plan. */
	groups: 100,
	/** People looked up per request. */
	people: 500,
	/** Characters of the browser's key for a person. */
	key: 64,
	name: 120,
	email: 254,
} as const

/** The part of a plan the server needs; the rest belongs to the browser. It contains no mail address and no phone number (contacts.ts). */
export const PlanSchema = v.looseObject({
	groups: v.pipe(
		v.array(v.looseObject({
			/** Index in the minutes, from 0, each once; it stays the same when other groups are dropped. */
			position: v.pipe(v.number(), v.integer(), v.minValue(0)),
			title: v.string(),
		})),
		v.maxLength(MINUTES_LIMITS.groups),
	),
})

/** Imported minutes. */
export const MinutesSummarySchema = v.object({
	id: v.number(),
	/** Identifies the text (shared/lib/fingerprint.ts): 64 hexadecimal digits. */
	hash: v.string(),
	title: v.string(),
	state: v.picklist(MINUTES_STATES),
	/** The person who imported them; their name is null if the account was deleted. */
	by: v.object({ name: v.nullable(v.string()), me: v.boolean() }),
	/** ISO 8601 */
	created: v.string(),
	/** ISO 8601 */
	updated: v.string(),
	/** Groups in the plan, and existing ones. */
	planned: v.number(),
	made: v.number(),
	version: v.number(),
	can: v.object({
		/** Change the title and plan, create the groups or resume that. A group that another person began can only be finished by them. */
		edit: v.boolean(),
		undo: v.boolean(),
		/** Delete it: none of its groups exist. */
		delete: v.boolean(),
	}),
})
export type MinutesSummary = v.InferOutput<typeof MinutesSummarySchema>

/** With its plan and the result. */
export const MinutesSchema = v.object({
	...MinutesSummarySchema.entries,
	/** JSON, of PlanSchema. */
	plan: v.string(),
	/** The existing groups created from it, by their place in it. */
	groups: v.array(v.object({
		position: v.number(),
		id: v.number(),
		title: v.string(),
		status: v.picklist(GROUP_STATUSES),
	})),
})
export type Minutes = v.InferOutput<typeof MinutesSchema>

/** In the refusal `already_imported`, as `current`: who imported the same text, and when. */
export const AlreadyImportedSchema = v.pick(MinutesSummarySchema, ['id', 'title', 'state', 'by', 'created'])
export type AlreadyImported = v.InferOutput<typeof AlreadyImportedSchema>

/** A person of a roster, to be looked up among the members. */
export const SoughtPersonSchema = v.object({
	/** Key of the browser for them. */
	key: v.string(),
	name: v.optional(v.string()),
	email: v.optional(v.string()),
})
export type SoughtPerson = v.InferOutput<typeof SoughtPersonSchema>

/** Possible members, as far as the viewer can see them: by an address the card shows them, or by name. None, one or several. */
export const FoundPersonSchema = v.object({
	key: v.string(),
	matches: v.array(v.object({
		member: MemberSummarySchema,
		by: v.picklist(['email', 'name']),
	})),
})
export type FoundPerson = v.InferOutput<typeof FoundPersonSchema>
