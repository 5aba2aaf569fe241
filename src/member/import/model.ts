/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** Maximum number of rows of one import and per request, as in lib/Member/Import. */
export const MOST_ROWS = 10_000
export const ROWS_AT_ONCE = 50

/** Result for a row; `undone`: its card was created, and deleted again. */
export const OUTCOMES = ['made', 'updated', 'unchanged', 'skipped', 'undone'] as const
export type Outcome = typeof OUTCOMES[number]

/** A row as it is sent. */
export const SentRowSchema = v.object({
	/** Number of the row in its file, from 1. */
	position: v.number(),
	/** A member as in the format of members.json. */
	row: v.record(v.string(), v.unknown()),
	/** Create the card although a person with this name exists. */
	anyway: v.optional(v.boolean()),
})
export type SentRow = v.InferOutput<typeof SentRowSchema>

/** Result for a row. */
export const ImportedRowSchema = v.object({
	position: v.number(),
	outcome: v.picklist(OUTCOMES),
	/** Reason word, for instance `too_long`; of a card that was made, what to check: `same_address`, `bad_address`. */
	why: v.optional(v.string()),
	/** The path of the reason in the row, or several with spaces between. */
	field: v.optional(v.string()),
	/** Id of its card. */
	member: v.optional(v.number()),
	/** The earlier row, for `duplicate_row` and `same_address`. */
	first: v.optional(v.number()),
})
export type ImportedRow = v.InferOutput<typeof ImportedRowSchema>

/** Expected result for a row. */
export const CheckedRowSchema = v.object({
	...ImportedRowSchema.entries,
	/** Identifies the person of the row without a meaning: rows with the same value are about the same person. */
	person: v.string(),
})
export type CheckedRow = v.InferOutput<typeof CheckedRowSchema>

/** `closed`: too old to be resumed or undone. */
export const IMPORT_STATES = ['running', 'finished', 'undone', 'closed'] as const

export const ImportSchema = v.object({
	id: v.number(),
	/** Identifies the file (fingerprint.ts); empty when closed. */
	hash: v.string(),
	state: v.picklist(IMPORT_STATES),
	/** Number of rows, and of those with a result. */
	total: v.number(),
	done: v.number(),
	counts: v.object(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, v.number()])) as Record<Outcome, v.NumberSchema<undefined>>),
	/** How the columns were read, in a format of the browser. */
	mapping: v.string(),
	/** The answers for this file, in a format of the browser; empty once it is no longer running. */
	answers: v.string(),
	/** ISO 8601 */
	started: v.string(),
	/** ISO 8601 */
	updated: v.string(),
})
export type Import = v.InferOutput<typeof ImportSchema>

/** An import with the results for its rows so far. */
export const WholeImportSchema = v.object({
	import: ImportSchema,
	rows: v.array(ImportedRowSchema),
})
export type WholeImport = v.InferOutput<typeof WholeImportSchema>

export const UndoneSchema = v.object({
	import: ImportSchema,
	/** Rows whose cards were created: `undone`, or still `made` with why the card stays. */
	rows: v.array(ImportedRowSchema),
	/** Row to continue after, null at the end. */
	next: v.nullable(v.number()),
})
export type Undone = v.InferOutput<typeof UndoneSchema>
