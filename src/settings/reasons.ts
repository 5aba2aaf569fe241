/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Sentences } from '../shared/reasons.ts'
import type { GlossaryEntry, TermEntry } from './model.ts'

import * as v from 'valibot'
import { isReason } from '../api/apiError.ts'
import { t } from '../shared/l10n.ts'
import { GlossaryEntrySchema, TermEntrySchema } from './model.ts'

/** Why the server refuses something about the network's words. */
export const settingsReasons: Sentences = {
	not_facilitator: () => t('reseau', 'Only people who facilitate the network may do this. Nothing was changed.'),
	term_missing: () => t('reseau', 'Write the word.'),
	duplicate_term: () => t('reseau', 'This word or acronym stands in the glossary already.'),
	label_missing: () => t('reseau', 'Write the word in French.'),
	duplicate_label: ({ current }) => typeof current === 'string'
		? t('reseau', 'This word stands in the list already, at “{word}”.', { word: current })
		: t('reseau', 'This word stands in the list already.'),
	unknown_list: () => t('reseau', 'There is no such list.'),
	unknown_state: () => t('reseau', 'Nothing was changed: this page is too old. Reload it.'),
	term_in_use: () => t('reseau', 'People have this word, or another is merged into it: it can be retired, not taken out.'),
	into_missing: () => t('reseau', 'Choose the word to merge it with.'),
	merge_itself: () => t('reseau', 'A word cannot be merged with itself.'),
	merge_circle: () => t('reseau', 'That word is itself merged into this one. Separate the two first.'),
	merge_other_list: () => t('reseau', 'Only words of the same list can be merged.'),
	merge_not_offered: () => t('reseau', 'That word is no longer to be chosen. Choose another one, or put it back first.'),
}

/** Why the server refuses something on the administration page, where no card is spoken of. */
export const administrationReasons: Sentences = {
	network_name_missing: () => t('reseau', 'The network needs a name.'),
	unknown_region: () => t('reseau', 'This region is not known. Choose it from the list.'),
	unknown_departement: () => t('reseau', 'This département is not known. Choose it from the list.'),
	unknown_group: () => t('reseau', 'There is no such group in Nextcloud. Choose one from the list.'),
	unknown_account: () => t('reseau', 'This account does not exist any more.'),
	foreign_group: () => t('reseau', 'Réseau changes only the group it made itself. Change the other one where its accounts are managed.'),
	group_not_writable: () => t('reseau', 'Nextcloud may not change this group: its groups come from elsewhere. Choose one of those as the group of those who facilitate.'),
	bad_path: () => t('reseau', 'Write the path from the top of Files, such as /Réseau, without “..”.'),
	unknown_folder: () => t('reseau', 'There is no such folder in your Files. Make it there first, or choose another one.'),
	unknown_preset: () => t('reseau', 'This is none of the choices. Reload the page.'),
	too_long: () => t('reseau', 'This is too long. Nothing was saved of it.'),
	too_many: () => t('reseau', 'These are too many. Take some out.'),
	bad_text: () => t('reseau', 'There are characters in it that cannot be kept. Type it again.'),
}

/** The entry as it is stored now, which comes along when somebody else changed it first. */
export function currentEntry(error: unknown): GlossaryEntry | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(GlossaryEntrySchema, error.current) : null
	return parsed?.success ? parsed.output : null
}

/** The word as it is stored now, which comes along when somebody else changed it first. */
export function currentTerm(error: unknown): TermEntry | null {
	const parsed = isReason(error, 'stale_version') ? v.safeParse(TermEntrySchema, error.current) : null
	return parsed?.success ? parsed.output : null
}
