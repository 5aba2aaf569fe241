/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** Most rows of one import and in one request, as in lib/Member/Import. */
export const MOST_ROWS = 10_000
export const ROWS_AT_ONCE = 50

/** Result for a row; `undone`: its card was made, and removed again. */
export const OUTCOMES = ['made', 'updated', 'unchanged', 'skipped', 'undone'] as const
export type Outcome = typeof OUTCOMES[number]

/** A row as it is sent. */
export const SentRowSchema = v.object({
	/** Number of the row in its file, from 1. */
	position: v.number(),
	/** A member as in the format of members.json. */
	row: v.record(v.string(), v.unknown()),
	/** Create the card although a person with this name or address exists. */
	anyway: v.optional(v.boolean()),
})
export type SentRow = v.InferOutput<typeof SentRowSchema>

/** Result for a row. */
export const ImportedRowSchema = v.object({
	position: v.number(),
	outcome: v.picklist(OUTCOMES),
	/** Reason word, for instance `too_long`. */
	why: v.optional(v.string()),
	/** The place in the row the reason speaks of. */
	field: v.optional(v.string()),
	/** Number of the card it is about. */
	member: v.optional(v.number()),
	/** The row that came before, of `duplicate_row`. */
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

/** `closed`: too old to go on with or to undo. */
export const IMPORT_STATES = ['running', 'finished', 'undone', 'closed'] as const

export const ImportSchema = v.object({
	id: v.number(),
	/** Identifies the file (fingerprint.ts); empty when closed. */
	hash: v.string(),
	state: v.picklist(IMPORT_STATES),
	/** Rows to be taken, and those that have their outcome. */
	total: v.number(),
	done: v.number(),
	counts: v.object(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, v.number()])) as Record<Outcome, v.NumberSchema<undefined>>),
	/** How the columns were read, in the browser's own words. */
	mapping: v.string(),
	/** What was answered for this file alone, in the browser's own words; empty when it is no longer running. */
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
	/** Rows whose cards were made: `undone`, or still `made` with why the card stays. */
	rows: v.array(ImportedRowSchema),
	/** Row to go on after, null at the end. */
	next: v.nullable(v.number()),
})
export type Undone = v.InferOutput<typeof UndoneSchema>
