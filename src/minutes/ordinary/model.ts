/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** States of minutes imported into a group; `undone`: being undone, or undone. */
export const BROUGHT_STATES = ['making', 'made', 'undone'] as const

/** Minutes of a meeting that were imported into the group that met. */
export const BroughtSummarySchema = v.object({
	id: v.number(),
	/** Identifies the text (shared/lib/fingerprint.ts): 64 hexadecimal digits. */
	hash: v.string(),
	title: v.string(),
	state: v.picklist(BROUGHT_STATES),
	/** The person who imported them; their name only if the viewer can see their card. */
	by: v.object({ name: v.nullable(v.string()), me: v.boolean() }),
	/** ISO 8601 */
	created: v.string(),
	/** A run is active right now. */
	running: v.boolean(),
	version: v.number(),
})
export type BroughtSummary = v.InferOutput<typeof BroughtSummarySchema>

export const BroughtSchema = v.object({
	...BroughtSummarySchema.entries,
	/** JSON, of OrdinaryPlanSchema; it contains no mail address and no phone number. */
	plan: v.string(),
})
export type Brought = v.InferOutput<typeof BroughtSchema>

/** A number, or an id of another app, in a plan: a plan contains nothing that may be a phone number (lib/Minutes/Plan.php). */
const GivenSchema = v.pipe(v.string(), v.regex(/^n/))

/** An id of another app, in the format of a plan. */
export function given(what: number | string): string {
	return `n${what}`
}

/** The plan as it was given. */
export function asGiven(kept: string): string {
	return kept.slice(1)
}

/** Whether a run of the viewer's account saved this: nobody removes or describes what another account says it created. The server decides it on every answer. */
const mine = v.optional(v.boolean(), false)

/** A card to create on the board of the group. */
export const PlannedCardSchema = v.object({
	title: v.string(),
	/** Markdown. */
	description: v.string(),
	/** The member of the group it is assigned to, by the id of their card; null: nobody. */
	member: v.nullable(v.number()),
	/** YYYY-MM-DD */
	due: v.nullable(v.string()),
	/** Once it is created: its id, and when it was last changed, in seconds of the server's clock. */
	made: v.nullable(v.object({ id: GivenSchema, at: GivenSchema, mine })),
})
export type PlannedCard = v.InferOutput<typeof PlannedCardSchema>

/** What is created from minutes in a group. */
export const OrdinaryPlanSchema = v.object({
	cards: v.array(PlannedCardSchema),
	/** Title of the list for the cards; it is created if the board has none with this title. */
	stack: v.string(),
	/** The next meeting; once it is created, its id and version. Plans from before meetings had an id only say whether it was created: then it is left unchanged. */
	meeting: v.nullable(v.object({
		day: v.string(),
		time: v.nullable(v.string()),
		place: v.string(),
		made: v.fallback(v.nullable(v.object({ id: GivenSchema, version: GivenSchema, mine })), null),
	})),
	/** The text for the library; empty once it is stored. `made`: id and etag of the file, and the version of its sheet. */
	file: v.nullable(v.object({
		name: v.string(),
		text: v.string(),
		summary: v.string(),
		made: v.nullable(v.object({ id: GivenSchema, etag: GivenSchema, sheet: v.nullable(v.number()), mine })),
	})),
	/**
	 * What was free when a run was about to create it: the name of the file, or every card with a higher id. What is there since, with the same text, is of
	 * that run, whose account alone goes on with it.
	 */
	begun: v.optional(v.array(v.object({ made: v.object({ id: GivenSchema, thing: v.picklist(['file', 'card']), free: v.string(), mine }) })), () => []),
	/** What was left out, and why: keys of `leftWords`. */
	left: v.array(v.string()),
})
export type OrdinaryPlan = v.InferOutput<typeof OrdinaryPlanSchema>
