/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { PlaceSchema } from '../model.ts'
import { parsed } from './mapping.ts'

/** What was answered for one file alone, to go on with it elsewhere. */
export const AnswersSchema = v.object({
	agreement: v.nullable(v.object({ date: v.string(), how: v.string() })),
	/** What words in doubt mean; null leaves them out. */
	choices: v.record(v.string(), v.nullable(PlaceSchema)),
	/** Numbers of rows to import although a person of this name exists. */
	anyway: v.array(v.number()),
	/** Numbers of rows that are left out. */
	dropped: v.optional(v.array(v.number()), []),
	/** Numbers of rows that were mended; what was written is not kept: it is about people. */
	mended: v.optional(v.array(v.number()), []),
})
export type Answers = v.InferOutput<typeof AnswersSchema>

export const NO_ANSWERS: Answers = { agreement: null, choices: {}, anyway: [], dropped: [], mended: [] }

/** Answers as an import keeps them. */
export function parseAnswers(text: string): Answers {
	return parsed(AnswersSchema, text) ?? NO_ANSWERS
}
