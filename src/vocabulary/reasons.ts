/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { Expression, GlossaryEntry, TermEntry } from './model.ts'

import * as v from 'valibot'
import { isReason } from '../api/apiError.ts'
import { t } from '../shared/l10n.ts'
import { ExpressionSchema, GlossaryEntrySchema, TermEntrySchema } from './model.ts'

/** Sentences for refusals about the network's words. */
export const vocabularyReasons: Sentences = {
	not_facilitator: () => t('reseau', 'Only facilitators of the network can do this. Nothing was changed.'),
	term_missing: () => t('reseau', 'Enter the word.'),
	duplicate_term: () => t('reseau', 'This word or acronym is already in the glossary.'),
	everyday_words: () => t('reseau', 'These words are in every sentence. Add one that says something.'),
	situation_missing: () => t('reseau', 'Choose what it means, or what it does not mean.'),
	unknown_situation: () => t('reseau', 'One of the situations no longer exists. Remove it and choose another.'),
	contradiction: () => t('reseau', 'The same situation cannot be both meant and not meant.'),
	label_missing: () => t('reseau', 'Enter the word in French.'),
	duplicate_label: ({ current }) => typeof current === 'string'
		? t('reseau', 'This word is already in the list, under “{word}”.', { word: current })
		: t('reseau', 'This word is already in the list.'),
	unknown_list: () => t('reseau', 'This list does not exist.'),
	unknown_state: () => t('reseau', 'Nothing was changed: this page is too old. Reload it.'),
	term_in_use: () => t('reseau', 'People use this word, or another is merged into it: it can be retired, not removed.'),
	into_missing: () => t('reseau', 'Choose the word to merge it with.'),
	merge_itself: () => t('reseau', 'A word cannot be merged with itself.'),
	merge_circle: () => t('reseau', 'That word is itself merged into this one. Separate the two first.'),
	merge_other_list: () => t('reseau', 'Only words in the same list can be merged.'),
	merge_not_offered: () => t('reseau', 'That word is retired. Choose another one, or restore it first.'),
}

/** The stored entry, sent with the refusal if it was changed in the meantime. */
export function currentEntry(error: unknown): GlossaryEntry | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(GlossaryEntrySchema, error.current) : null
	return parsed?.success ? parsed.output : null
}

/** The stored word, sent with the refusal if it was changed in the meantime. */
export function currentTerm(error: unknown): TermEntry | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(TermEntrySchema, error.current) : null
	return parsed?.success ? parsed.output : null
}

/** The stored expression, sent with the refusal if it was changed in the meantime. */
export function currentExpression(error: unknown): Expression | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(ExpressionSchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
