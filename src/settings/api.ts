/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { endpoint } from '../api/endpoint.ts'
import { GlossaryEntrySchema, GlossaryWordsSchema, VocabularySchema } from './model.ts'

/** Why an entry of the glossary is refused. */
const glossaryErrors = ['wrong_type', 'bad_text', 'too_long', 'too_many', 'term_missing', 'duplicate_term', 'unknown_term'] as const

export const settingsApi = {
	vocabulary: endpoint({
		method: 'GET',
		path: '/vocabulary',
		summary: 'The network’s shared words',
		who: 'account',
		answer: VocabularySchema,
		errors: [],
	}),
	glossary: endpoint({
		method: 'GET',
		path: '/glossary',
		summary: 'Words with their acronyms and other names, by word',
		who: 'account',
		answer: v.array(GlossaryEntrySchema),
		errors: [],
	}),
	addToGlossary: endpoint({
		method: 'POST',
		path: '/glossary',
		summary: 'Add a word to the glossary; one that was taken out comes back with its number',
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
		summary: 'Take a word out of the glossary; answers it as it was',
		who: 'facilitator',
		answer: GlossaryEntrySchema,
		errors: [],
	}),
} as const
