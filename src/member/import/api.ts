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
		summary: 'My imports, the last touched first',
		who: 'facilitator',
		answer: v.array(ImportSchema),
		errors: [],
	}),
	check: endpoint({
		method: 'POST',
		path: '/imports/check',
		summary: 'What would become of rows; nothing is written',
		who: 'facilitator',
		body: rows,
		answer: v.object({ rows: v.array(CheckedRowSchema) }),
		errors: rowsErrors,
	}),
	start: endpoint({
		method: 'POST',
		path: '/imports',
		summary: 'Begin an import, or go on with the one of the same file that is running',
		who: 'facilitator',
		body: v.object({
			/** By which the file is known again: 64 hexadecimal digits. */
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
		summary: 'An import of mine, with what became of its rows',
		who: 'facilitator',
		answer: WholeImportSchema,
		errors: [],
	}),
	rows: endpoint({
		method: 'POST',
		path: '/imports/{import}/rows',
		summary: 'Take rows into a running import; one that was taken before is answered with its outcome',
		who: 'facilitator',
		body: rows,
		answer: WholeImportSchema,
		errors: [...rowsErrors, 'import_over'],
	}),
	finish: endpoint({
		method: 'POST',
		path: '/imports/{import}/finish',
		summary: 'Leave an import at the rows that are done',
		who: 'facilitator',
		answer: ImportSchema,
		errors: [],
	}),
	undo: endpoint({
		method: 'POST',
		path: '/imports/{import}/undo',
		summary: 'Take away some of the cards an import made and nobody has changed since; `next` says where to go on',
		who: 'facilitator',
		body: v.object({
			/** Number of the last row that was looked at, 0 to begin. */
			after: v.optional(v.number()),
		}),
		answer: UndoneSchema,
		errors: ['import_over'],
	}),
} as const
