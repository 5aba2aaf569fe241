/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'

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

/**
 * Longest word in characters, longest lists in entries, the same as in lib/Settings/GlossaryRules.php: both sides are
 * held to tests/fixtures/rules/glossary-limits.json.
 */
export const GLOSSARY_LIMITS = {
	word: 120,
	acronyms: 10,
	synonyms: 40,
	themes: 12,
} as const

const glossaryWord = v.pipe(v.string(), maxCharacters(GLOSSARY_LIMITS.word))
const glossaryWords = (max: number) => v.pipe(v.array(glossaryWord), v.maxLength(max))

/** A word with its acronyms and other names: whoever searches for one of them finds them all. */
export const GlossaryWordsSchema = v.object({
	/** No other entry has it, nor as an acronym. */
	term: glossaryWord,
	/** No other entry has them, nor as its term. */
	acronyms: glossaryWords(GLOSSARY_LIMITS.acronyms),
	synonyms: glossaryWords(GLOSSARY_LIMITS.synonyms),
	/** Ids of the vocabulary’s themes it belongs to. */
	themes: v.pipe(v.array(v.string()), v.maxLength(GLOSSARY_LIMITS.themes)),
})
export type GlossaryWords = v.InferOutput<typeof GlossaryWordsSchema>

export const GlossaryEntrySchema = v.object({
	id: v.number(),
	/** Counts the changes; a change names the version it was made from. */
	version: v.number(),
	...GlossaryWordsSchema.entries,
})
export type GlossaryEntry = v.InferOutput<typeof GlossaryEntrySchema>
