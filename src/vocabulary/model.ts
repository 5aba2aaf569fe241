/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'

/** A word of the network's vocabulary, in the reader's language. */
export const TermSchema = v.object({
	id: v.string(),
	label: v.string(),
	/** One sentence, values only. */
	meaning: v.optional(v.string()),
	/** Other spellings of its label. */
	spellings: v.optional(v.array(v.string())),
	/** Can no longer be chosen; existing uses are still shown and found. */
	retired: v.optional(v.literal(true)),
	/** The id of the term it was merged into, whose label it has. */
	mergedInto: v.optional(v.string()),
})

export const VocabularySchema = v.object({
	values: v.array(TermSchema),
	sectors: v.array(TermSchema),
	themes: v.array(TermSchema),
	publics: v.array(TermSchema),
})
export type Vocabulary = v.InferOutput<typeof VocabularySchema>

export const LISTS = ['values', 'sectors', 'themes', 'publics', 'relations'] as const
/** A list of the vocabulary; relations are for links between two things. */
export type ListName = typeof LISTS[number]

/** Languages of labels, the required one first. */
export const LANGUAGES = ['fr', 'en', 'oc', 'ca', 'es'] as const
export type Language = typeof LANGUAGES[number]

/**
 * Longest texts in characters, longest lists in entries, the same as in lib/Vocabulary/TermRules.php: both sides are held to
 * tests/fixtures/rules/vocabulary-limits.json.
 */
export const TERM_LIMITS = {
	label: 120,
	meaning: 500,
	spellings: 40,
	words: 40,
} as const

const label = v.pipe(v.string(), maxCharacters(TERM_LIMITS.label))
const labels = v.object({ fr: v.optional(label), en: v.optional(label), oc: v.optional(label), ca: v.optional(label), es: v.optional(label) })

/** The editable fields of a term. */
export const TermWordsSchema = v.object({
	/** Its label in each language, French is required. */
	labels,
	/** For a relation: its inverse; empty for a symmetric one. */
	inverse: v.optional(labels),
	/** One sentence, may be empty. */
	meaning: v.pipe(v.string(), maxCharacters(TERM_LIMITS.meaning)),
	/** Other spellings of its labels: such a word on a card is read as this term. */
	spellings: v.pipe(v.array(label), v.maxLength(TERM_LIMITS.spellings)),
	/** For a theme: words that indicate it, in what people seek and offer. */
	words: v.optional(v.pipe(v.array(label), v.maxLength(TERM_LIMITS.words))),
})
export type TermWords = v.InferOutput<typeof TermWordsSchema>

export const STATES = ['offered', 'retired', 'merged', 'removed'] as const
/** Whether a term can be chosen; cards that have it keep it in any state. */
export type TermState = typeof STATES[number]

export const TermEntrySchema = v.object({
	id: v.number(),
	/** Incremented by each change; a change names the version it is based on. */
	version: v.number(),
	/** The permanent id used by cards and files. */
	slug: v.string(),
	...TermWordsSchema.entries,
	state: v.picklist(STATES),
	/** The term a merged one now refers to. */
	into: v.nullable(v.number()),
	/** Number of people who have it, for a relation of links, as far as the reader can see them. */
	count: v.number(),
})
export type TermEntry = v.InferOutput<typeof TermEntrySchema>

/** A change of the state of a term. */
export const TermChangeSchema = v.object({
	version: v.number(),
	state: v.picklist(STATES),
	/** For a merged term: the term of the same list to merge it into. */
	into: v.optional(v.nullable(v.number())),
})
export type TermChange = v.InferInput<typeof TermChangeSchema>

/** How many things still have to be updated in the search index, in hundreds. */
const left = v.number()

export const TermListsSchema = v.object({
	lists: v.object({
		values: v.array(TermEntrySchema),
		sectors: v.array(TermEntrySchema),
		themes: v.array(TermEntrySchema),
		publics: v.array(TermEntrySchema),
		relations: v.array(TermEntrySchema),
	}),
	left,
})
export type TermLists = v.InferOutput<typeof TermListsSchema>

export const CatchUpSchema = v.object({ left })

/** Lists for which people write own words; those about what they seek and offer, for the themes, may be of any subject. */
export const WRITTEN_FOR = ['values', 'sectors', 'themes'] as const

/** Words that people wrote themselves and that are probably the same. */
export const OwnWordGroupSchema = v.object({
	list: v.picklist(WRITTEN_FOR),
	/** Most frequent first, each with its number of people, as far as the reader can see them. */
	words: v.array(v.object({ word: v.string(), count: v.number() })),
	/** Number of people who wrote any of them. */
	count: v.number(),
})
export type OwnWordGroup = v.InferOutput<typeof OwnWordGroupSchema>

export const OwnWordsSchema = v.object({
	groups: v.array(OwnWordGroupSchema),
	/** There are other groups, with fewer people. */
	more: v.boolean(),
})
export type OwnWords = v.InferOutput<typeof OwnWordsSchema>

/** How many words of the proposed lists were added, and how many existed already. */
export const StarterSchema = v.object({
	made: v.number(),
	updated: v.number(),
	unchanged: v.number(),
	skipped: v.number(),
})

/**
 * Longest word in characters, longest lists in entries, the same as in lib/Vocabulary/GlossaryRules.php: both sides are
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

/** A word with its acronyms and synonyms: searching for one of them finds them all. */
export const GlossaryWordsSchema = v.object({
	/** No other entry has it, nor as an acronym. */
	term: glossaryWord,
	/** No other entry has them, nor as its term. */
	acronyms: glossaryWords(GLOSSARY_LIMITS.acronyms),
	synonyms: glossaryWords(GLOSSARY_LIMITS.synonyms),
	/** Ids of its themes. */
	themes: v.pipe(v.array(v.string()), v.maxLength(GLOSSARY_LIMITS.themes)),
})
export type GlossaryWords = v.InferOutput<typeof GlossaryWordsSchema>

export const GlossaryEntrySchema = v.object({
	id: v.number(),
	/** Incremented by each change; a change names the version it is based on. */
	version: v.number(),
	...GlossaryWordsSchema.entries,
})
export type GlossaryEntry = v.InferOutput<typeof GlossaryEntrySchema>

/** Characters of a text that themes are suggested for, as in lib/Vocabulary/ThemeSuggestions.php. */
export const SUGGESTED_FOR = 2000

export const SuggestionsSchema = v.object({
	/** Ids, best first. */
	themes: v.array(v.string()),
})

/**
 * Longest expression in characters, most words of it that count, most situations in each list, most expressions, the same as in lib/Vocabulary/ExpressionRules.php: both
 * sides are held to tests/fixtures/rules/expression-limits.json.
 */
export const EXPRESSION_LIMITS = {
	expression: 80,
	words: 6,
	situations: 5,
	expressions: 300,
} as const

const situationIds = v.pipe(v.array(v.string()), v.maxLength(EXPRESSION_LIMITS.situations))

/** What an expression means in this network; what is said here wins over the knowledge of everyday life. */
export const ExpressionWordsSchema = v.object({
	/** It is in a text that has all its words, in any order and form. */
	term: v.pipe(v.string(), maxCharacters(EXPRESSION_LIMITS.expression)),
	/** Ids of the situations it speaks of. */
	means: situationIds,
	/** Ids of situations it does not speak of. */
	not: situationIds,
})
export type ExpressionWords = v.InferOutput<typeof ExpressionWordsSchema>

export const ExpressionSchema = v.object({
	id: v.number(),
	/** Incremented by each change; a change names the version it is based on. */
	version: v.number(),
	...ExpressionWordsSchema.entries,
})
export type Expression = v.InferOutput<typeof ExpressionSchema>

export const ExpressionsSchema = v.object({
	/** By expression. */
	expressions: v.array(ExpressionSchema),
	/** All situations of the knowledge, by name, in French. */
	situations: v.array(v.object({ id: v.string(), label: v.string() })),
})
export type Expressions = v.InferOutput<typeof ExpressionsSchema>

/** Characters of a text that are read, as in lib/Knowledge/About.php. */
export const READ_OF_TEXT = 500

/** What is understood of a text. */
export const UnderstoodSchema = v.object({
	/** What is proposed for it as a need, in French, the likeliest first. */
	need: v.array(v.string()),
	/** The same as an offer. */
	help: v.array(v.string()),
	/** What it is compared by, the strongest first. */
	situations: v.array(v.object({
		id: v.string(),
		name: v.string(),
		/** The words of the text that speak of it. */
		words: v.array(v.string()),
		/** Words and expressions that name it. */
		known: v.array(v.string()),
	})),
})
export type Understood = v.InferOutput<typeof UnderstoodSchema>
