/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { GlossaryEntry } from './model.ts'

import * as v from 'valibot'
import { isReason } from '../api/apiError.ts'
import { t } from '../shared/l10n.ts'
import { GlossaryEntrySchema } from './model.ts'

/** Why the server refuses something about the network's words. */
export const settingsReasons: Sentences = {
	not_facilitator: () => t('reseau', 'Only people who facilitate the network may do this. Nothing was changed.'),
	term_missing: () => t('reseau', 'Write the word.'),
	duplicate_term: () => t('reseau', 'This word or acronym stands in the glossary already.'),
}

/** The entry as it is stored now, which comes along when somebody else changed it first. */
export function currentEntry(error: unknown): GlossaryEntry | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(GlossaryEntrySchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
