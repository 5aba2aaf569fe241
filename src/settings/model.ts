/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'

/** One word of the network's shared vocabulary, in the reader's language. */
export const TermSchema = v.object({
	id: v.string(),
	label: v.string(),
	/** One sentence, values only. */
	meaning: v.optional(v.string()),
})
export type Term = v.InferOutput<typeof TermSchema>

export const VocabularySchema = v.object({
	values: v.array(TermSchema),
	sectors: v.array(TermSchema),
	themes: v.array(TermSchema),
	publics: v.array(TermSchema),
})
export type Vocabulary = v.InferOutput<typeof VocabularySchema>
