/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** The same as in lib/Minutes/Drafts.php; both sides are held to tests/fixtures/rules/minutes-limits.json. */
export const DRAFT_LIMITS = {
	/** Characters. */
	name: 255,
	/** Characters, compressed. */
	content: 4_000_000,
	/** Maximum number of drafts of one person. */
	drafts: 20,
} as const

/** Minutes under review, in a list. */
export const DraftSummarySchema = v.object({
	id: v.number(),
	/** Name of the file; empty for pasted text. */
	name: v.string(),
	/** Id of the minutes, once its groups are created: only people are still to be invited. */
	minutes: v.nullable(v.number()),
	/** Name of the person who handed it over. */
	from: v.nullable(v.string()),
	/** ISO 8601 */
	changed: v.string(),
	/** When it is deleted without further changes: ISO 8601. */
	until: v.string(),
	version: v.number(),
})
export type DraftSummary = v.InferOutput<typeof DraftSummarySchema>

export const DraftSchema = v.object({
	...DraftSummarySchema.entries,
	/** As the browser wrote it (packed.ts); empty: the server can no longer read it. */
	content: v.string(),
})
export type KeptDraft = v.InferOutput<typeof DraftSchema>
