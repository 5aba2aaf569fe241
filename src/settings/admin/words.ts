/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { KitPart } from './kit.ts'

import { listWords, n, t } from '../../shared/l10n.ts'

/** Name of a part of a kit. */
export function partWord(part: string): string {
	const words: Record<string, () => string> = {
		welcome: () => t('reseau', 'Welcome text'),
		letterOpening: () => t('reseau', 'Beginning of letters'),
		letterClosing: () => t('reseau', 'End of letters'),
		charter: () => t('reseau', 'Charter'),
		values: () => t('reseau', 'Values'),
		sectors: () => t('reseau', 'Sectors'),
		themes: () => t('reseau', 'Themes'),
		publics: () => t('reseau', 'Publics'),
		announcementKinds: () => t('reseau', 'Kinds of notices'),
		resourceKinds: () => t('reseau', 'Kinds of resources'),
		relations: () => t('reseau', 'Relations'),
		glossary: () => t('reseau', 'Glossary'),
		expressions: () => t('reseau', 'What is understood'),
		boardModels: () => t('reseau', 'Board templates'),
		folders: () => t('reseau', 'Folders of the library'),
	}
	return words[part]?.() ?? part
}

/** The outcome of a part, in sentences. */
export function partSentences({ added, replaced, same, left }: KitPart): string[] {
	return [
		...added.length > 0 ? [added[0] === '' ? t('reseau', 'Added.') : t('reseau', 'Added: {names}.', { names: listWords(added) })] : [],
		...replaced.length > 0 ? [replaced[0] === '' ? t('reseau', 'Replaces what is here.') : t('reseau', 'Replaced: {names}.', { names: listWords(replaced) })] : [],
		...same > 0 ? [n('reseau', '%n is already here.', '%n are already here.', same)] : [],
		...left.map(({ why, names }) => names[0] === '' ? leftWord(why) : `${leftWord(why)} ${listWords(names)}`),
	]
}

/** Why something is not applied. */
function leftWord(why: string): string {
	const words: Record<string, () => string> = {
		different: () => t('reseau', 'Different here, and stays as it is here.'),
		duplicate_label: () => t('reseau', 'Already here under another name.'),
		duplicate_term: () => t('reseau', 'Already here under another name.'),
		erased: () => t('reseau', 'Was removed here, and is not added again.'),
		no_library: () => t('reseau', 'Choose the folder of the library first, then add the kit again.'),
		name_taken: () => t('reseau', 'A file has the name of the folder.'),
		too_many: () => t('reseau', 'Too many. Remove some.'),
		not_permitted: () => t('reseau', 'You cannot create this folder in the library.'),
	}
	return words[why]?.() ?? t('reseau', 'Not added, because the file is not right there.')
}
