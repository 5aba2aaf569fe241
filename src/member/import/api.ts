/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../../api/endpoint.ts'
import { CheckedRowSchema, ImportSchema, SentRowSchema, UndoneSchema, WholeImportSchema } from './model.ts'

const rows = v.object({
	/** At most 50. */
	rows: v.array(SentRowSchema),
})
const rowsErrors = ['wrong_type', 'too_many'] as const

export const importApi = {
	list: endpoint({
		method: 'GET',
		path: '/imports',
		summary: 'Get the imports of the current user, last changed first',
		who: 'facilitator',
		answer: v.array(ImportSchema),
		errors: [],
	}),
	check: endpoint({
		method: 'POST',
		path: '/imports/check',
		summary: 'Check rows before an import; nothing is stored',
		who: 'facilitator',
		body: rows,
		answer: v.object({ rows: v.array(CheckedRowSchema) }),
		errors: rowsErrors,
	}),
	start: endpoint({
		method: 'POST',
		path: '/imports',
		summary: 'Start an import, or resume the running one of the same file',
		who: 'facilitator',
		body: v.object({
			/** Identifies the file: 64 hexadecimal digits. */
			hash: v.string(),
			total: v.number(),
			mapping: v.string(),
			answers: v.string(),
		}),
		answer: WholeImportSchema,
		status: 201,
		errors: ['wrong_type', 'bad_text', 'too_long', 'too_many'],
	}),
	get: endpoint({
		method: 'GET',
		path: '/imports/{import}',
		summary: 'Get an import of the current user, with the outcome of its rows',
		who: 'facilitator',
		answer: WholeImportSchema,
		errors: [],
	}),
	rows: endpoint({
		method: 'POST',
		path: '/imports/{import}/rows',
		summary: 'Import rows into a running import; a row that was imported before returns its outcome',
		who: 'facilitator',
		body: rows,
		answer: WholeImportSchema,
		errors: [...rowsErrors, 'import_over'],
	}),
	finish: endpoint({
		method: 'POST',
		path: '/imports/{import}/finish',
		summary: 'Finish an import at its current row',
		who: 'facilitator',
		answer: ImportSchema,
		errors: [],
	}),
	undo: endpoint({
		method: 'POST',
		path: '/imports/{import}/undo',
		summary: 'Undo an import in parts: deletes cards it created and no one has changed since; `next` is where to continue',
		who: 'facilitator',
		body: v.object({
			/** Number of the last row that was checked, 0 to begin. */
			after: v.optional(v.number()),
		}),
		answer: UndoneSchema,
		errors: ['import_over'],
	}),
} as const
