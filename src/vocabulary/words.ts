/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Language, ListName, TermState } from './model.ts'

import { n, t } from '../shared/l10n.ts'

/** The criterion of the directory for a word of a list; a sector may be in two. */
export const FACET_OF: Readonly<Partial<Record<ListName, string>>> = { values: 'value', themes: 'theme', publics: 'theme' }

/** Name of a list. */
export function listWord(list: ListName): string {
	return {
		values: t('reseau', 'Values'),
		sectors: t('reseau', 'Sectors'),
		themes: t('reseau', 'Themes'),
		publics: t('reseau', 'Publics'),
		relations: t('reseau', 'Relations'),
	}[list]
}

/** Description of a list. */
export function listIntro(list: ListName): string {
	return {
		values: t('reseau', 'What matters to people: everyone chooses some of these on their card.'),
		sectors: t('reseau', 'The fields people work or are active in.'),
		themes: t('reseau', 'What a request or an offer is about.'),
		publics: t('reseau', 'Who something is sought or offered for.'),
		relations: t('reseau', 'How two things relate when someone links them, read from either side.'),
	}[list]
}

/** How often a word of a list is used, as far as the reader can see it. */
export function usedSentence(list: ListName, count: number): string {
	if (list === 'relations') {
		return count > 0 ? n('reseau', '%n link', '%n links', count) : t('reseau', 'No link yet')
	}
	return count > 0 ? n('reseau', '%n person', '%n people', count) : t('reseau', 'Nobody yet')
}

/** Name of a language, in the reader's. */
export function languageWord(language: Language): string {
	return {
		fr: t('reseau', 'French'),
		en: t('reseau', 'English'),
		oc: t('reseau', 'Occitan'),
		ca: t('reseau', 'Catalan'),
		es: t('reseau', 'Spanish'),
	}[language]
}

/** The state of a word; empty for one that can be chosen. */
export function stateWord(state: TermState): string {
	return {
		offered: '',
		retired: t('reseau', 'Retired'),
		merged: t('reseau', 'Merged with another word'),
		removed: t('reseau', 'Removed'),
	}[state]
}

/** Message about a change of a word. */
export function stateSentence(state: TermState, word: string, into: string): string {
	return {
		offered: t('reseau', '“{word}” can be chosen again.', { word }),
		retired: t('reseau', '“{word}” can no longer be chosen. People who have it keep it.', { word }),
		merged: t('reseau', '“{word}” now counts as “{into}”.', { word, into }),
		removed: t('reseau', '“{word}” was removed from the list.', { word }),
	}[state]
}
