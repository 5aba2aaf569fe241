/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { maxCharacters } from '../shared/lib/maxCharacters.ts'
import {
	CatchUpSchema,
	ExpressionSchema,
	ExpressionsSchema,
	ExpressionWordsSchema,
	GlossaryEntrySchema,
	GlossaryWordsSchema,
	LISTS,
	OwnWordsSchema,
	READ_OF_TEXT,
	StarterSchema,
	SUGGESTED_FOR,
	SuggestionsSchema,
	TermChangeSchema,
	TermEntrySchema,
	TermListsSchema,
	TermWordsSchema,
	UnderstoodSchema,
	VocabularySchema,
} from './model.ts'

/** Why an entry of the glossary is refused. */
const glossaryErrors = ['wrong_type', 'bad_text', 'too_long', 'too_many', 'term_missing', 'duplicate_term', 'unknown_term'] as const

/** Why a word of the vocabulary is refused. */
const termErrors = ['wrong_type', 'bad_text', 'too_long', 'too_many', 'unknown_field', 'label_missing', 'duplicate_label'] as const

/** Why an expression is refused. */
const expressionErrors = [
	'wrong_type', 'bad_text', 'too_long', 'too_many', 'term_missing', 'everyday_words', 'situation_missing', 'unknown_situation', 'contradiction',
	'duplicate_term',
] as const

export const vocabularyApi = {
	vocabulary: endpoint({
		method: 'GET',
		path: '/vocabulary',
		summary: 'Get the vocabulary of the network',
		who: 'account',
		answer: VocabularySchema,
		errors: [],
	}),
	terms: endpoint({
		method: 'GET',
		path: '/vocabulary/terms',
		summary: 'Get the lists of the vocabulary with the details of their words, and how many people have each word',
		who: 'account',
		answer: TermListsSchema,
		errors: [],
	}),
	addTerm: endpoint({
		method: 'POST',
		path: '/vocabulary/terms',
		summary: 'Add a word to a list; a deleted word is restored with its number. It replaces the same word where people wrote it themselves',
		who: 'facilitator',
		body: v.object({ list: v.picklist(LISTS), ...TermWordsSchema.entries }),
		answer: TermEntrySchema,
		status: 201,
		errors: [...termErrors, 'unknown_list'],
	}),
	changeTerm: endpoint({
		method: 'PUT',
		path: '/vocabulary/terms/{term}',
		summary: 'Rename a word; `stale_version` comes with the `current` one',
		who: 'facilitator',
		body: v.object({ version: v.number(), ...TermWordsSchema.entries }),
		answer: TermEntrySchema,
		errors: [...termErrors, 'version_missing', 'stale_version'],
	}),
	setTermState: endpoint({
		method: 'PUT',
		path: '/vocabulary/terms/{term}/state',
		summary: 'Retire a word, merge it into another of its list, delete it if it is unused, or restore it; cards are not changed',
		who: 'facilitator',
		body: TermChangeSchema,
		answer: TermEntrySchema,
		errors: [
			'version_missing', 'stale_version', 'unknown_state', 'term_in_use', 'duplicate_label',
			'into_missing', 'merge_itself', 'merge_circle', 'merge_other_list', 'merge_not_offered',
		],
	}),
	placeTerm: endpoint({
		method: 'PUT',
		path: '/vocabulary/terms/{term}/place',
		summary: 'Move a word after another of its list, or to the first place',
		who: 'facilitator',
		body: v.object({ after: v.nullable(v.number()) }),
		answer: v.null(),
		errors: [],
	}),
	ownWords: endpoint({
		method: 'GET',
		path: '/vocabulary/own-words',
		summary: 'Get words people wrote themselves because the lists lack them, similar ones grouped, as far as the current user can see them',
		who: 'facilitator',
		answer: OwnWordsSchema,
		errors: [],
	}),
	loadStarter: endpoint({
		method: 'POST',
		path: '/vocabulary/starter',
		summary: 'Add the proposed lists; existing words stay as they are',
		who: 'facilitator',
		answer: StarterSchema,
		errors: [],
	}),
	suggest: endpoint({
		method: 'POST',
		path: '/vocabulary/suggestions',
		summary: 'Suggest up to three themes for a text; nothing is stored',
		who: 'account',
		body: v.object({ text: v.pipe(v.string(), maxCharacters(SUGGESTED_FOR)) }),
		answer: SuggestionsSchema,
		errors: ['wrong_type', 'bad_text', 'too_long'],
	}),
	catchUp: endpoint({
		method: 'POST',
		path: '/vocabulary/catch-up',
		summary: 'Update part of the search index after a change of the vocabulary that affects many cards',
		who: 'facilitator',
		answer: CatchUpSchema,
		errors: [],
	}),
	glossary: endpoint({
		method: 'GET',
		path: '/glossary',
		summary: 'Get the words of the glossary with their acronyms and synonyms',
		who: 'account',
		answer: v.array(GlossaryEntrySchema),
		errors: [],
	}),
	addToGlossary: endpoint({
		method: 'POST',
		path: '/glossary',
		summary: 'Add a word to the glossary; a deleted word is restored with its number',
		who: 'facilitator',
		body: GlossaryWordsSchema,
		answer: GlossaryEntrySchema,
		status: 201,
		errors: glossaryErrors,
	}),
	changeGlossary: endpoint({
		method: 'PUT',
		path: '/glossary/{entry}',
		summary: 'Change a word of the glossary; `stale_version` comes with the `current` entry',
		who: 'facilitator',
		body: v.object({ version: v.number(), ...GlossaryWordsSchema.entries }),
		answer: GlossaryEntrySchema,
		errors: [...glossaryErrors, 'version_missing', 'stale_version'],
	}),
	removeFromGlossary: endpoint({
		method: 'DELETE',
		path: '/glossary/{entry}',
		summary: 'Delete a word from the glossary and return it',
		who: 'facilitator',
		answer: GlossaryEntrySchema,
		errors: [],
	}),
	expressions: endpoint({
		method: 'GET',
		path: '/vocabulary/expressions',
		summary: 'Get what expressions mean in this network, and the situations of the knowledge of everyday life',
		who: 'facilitator',
		answer: ExpressionsSchema,
		errors: [],
	}),
	readText: endpoint({
		method: 'POST',
		path: '/vocabulary/expressions/read',
		summary: 'Get what is understood of a need or an offer, and by which words; nothing is stored',
		who: 'facilitator',
		body: v.object({ text: v.pipe(v.string(), maxCharacters(READ_OF_TEXT)) }),
		answer: UnderstoodSchema,
		errors: ['wrong_type', 'bad_text', 'too_long'],
	}),
	addExpression: endpoint({
		method: 'POST',
		path: '/vocabulary/expressions',
		summary: 'Say what an expression means in this network; a deleted one is restored with its number. Cards are indexed again',
		who: 'facilitator',
		body: ExpressionWordsSchema,
		answer: ExpressionSchema,
		status: 201,
		errors: expressionErrors,
	}),
	changeExpression: endpoint({
		method: 'PUT',
		path: '/vocabulary/expressions/{expression}',
		summary: 'Change what an expression means; `stale_version` comes with the `current` entry',
		who: 'facilitator',
		body: v.object({ version: v.number(), ...ExpressionWordsSchema.entries }),
		answer: ExpressionSchema,
		errors: [...expressionErrors, 'version_missing', 'stale_version'],
	}),
	removeExpression: endpoint({
		method: 'DELETE',
		path: '/vocabulary/expressions/{expression}',
		summary: 'Delete an expression and return it',
		who: 'facilitator',
		answer: ExpressionSchema,
		errors: [],
	}),
} as const
