/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Language, ListName, TermState } from './model.ts'

import { n, t } from '../shared/l10n.ts'

/** The criterion of the directory that finds all who have a word of a list; a sector may stand in two. */
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

/** What a list is for. */
export function listIntro(list: ListName): string {
	return {
		values: t('reseau', 'What matters to people: each chooses some of these on their card, and may add words of their own.'),
		sectors: t('reseau', 'The fields people work or act in.'),
		themes: t('reseau', 'What something sought or offered is about.'),
		publics: t('reseau', 'For whom something is sought or offered.'),
		relations: t('reseau', 'What two things are to each other when somebody links them, read from the one and from the other.'),
	}[list]
}

/** How often a word of a list is used, as far as the reader sees it. */
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

/** What has become of a word; empty for one that is to be chosen. */
export function stateWord(state: TermState): string {
	return {
		offered: '',
		retired: t('reseau', 'Retired'),
		merged: t('reseau', 'Merged with another word'),
		removed: t('reseau', 'Taken out'),
	}[state]
}

/** What was just done to a word. */
export function stateSentence(state: TermState, word: string, into: string): string {
	return {
		offered: t('reseau', '“{word}” can be chosen again.', { word }),
		retired: t('reseau', '“{word}” is no longer to be chosen. Whoever has it keeps it.', { word }),
		merged: t('reseau', '“{word}” is read as “{into}” from now on.', { word, into }),
		removed: t('reseau', '“{word}” is out of the list.', { word }),
	}[state]
}
