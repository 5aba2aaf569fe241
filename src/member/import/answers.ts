/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { PlaceSchema } from '../model.ts'
import { parsed } from './mapping.ts'

/** The answers for one file, to resume it elsewhere. */
export const AnswersSchema = v.object({
	agreement: v.nullable(v.object({ date: v.string(), how: v.string() })),
	/** The meaning of uncertain words; null leaves them out. */
	choices: v.record(v.string(), v.nullable(PlaceSchema)),
	/** Numbers of rows to import although a person with this name exists. */
	anyway: v.array(v.number()),
	/** Numbers of rows that are left out. */
	dropped: v.optional(v.array(v.number()), []),
	/** Numbers of corrected rows; the corrections are not stored: they are about people. */
	mended: v.optional(v.array(v.number()), []),
})
export type Answers = v.InferOutput<typeof AnswersSchema>

export const NO_ANSWERS: Answers = { agreement: null, choices: {}, anyway: [], dropped: [], mended: [] }

/** The answers in the format stored with an import. */
export function parseAnswers(text: string): Answers {
	return parsed(AnswersSchema, text) ?? NO_ANSWERS
}
