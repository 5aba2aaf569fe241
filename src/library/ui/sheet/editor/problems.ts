/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Field, Fields } from '../../../sheet/edit.ts'

import { n, t } from '../../../../shared/l10n.ts'
import { tooLongSentence } from '../../../../shared/tooLong.ts'
import { SHEET_LIMITS } from '../../../model.ts'
import { FIELDS, gapsOf } from '../../../sheet/edit.ts'
import { fieldWord } from '../../../sheet/words.ts'

/** Longest text of each field. */
const ROOM: Partial<Record<Field, number>> = {
	title: SHEET_LIMITS.title,
	summary: SHEET_LIMITS.summary,
	public: SHEET_LIMITS.context,
	means: SHEET_LIMITS.context,
	frame: SHEET_LIMITS.context,
	standpoint: SHEET_LIMITS.context,
	tried: SHEET_LIMITS.text,
	happened: SHEET_LIMITS.text,
	learnt: SHEET_LIMITS.text,
	wanted: SHEET_LIMITS.text,
	authorNames: SHEET_LIMITS.authorNames,
}

/** Longest list of each field. */
const MOST: Partial<Record<Field, number>> = {
	territories: SHEET_LIMITS.territories,
	authors: SHEET_LIMITS.authors,
	terms: SHEET_LIMITS.terms,
	groups: SHEET_LIMITS.groups,
}

/**
 * Why the fields cannot be saved, by field, in the order of the page.
 *
 * @param fields the current input
 * @param tried whether saving was tried: then missing fields are reported too
 * @param whole whether everything required for publishing must be present
 */
export function problemsOf(fields: Fields, tried: boolean, whole: boolean): ReadonlyMap<Field, string> {
	const problems = new Map<Field, string>()
	if (tried && fields.kind === '') {
		problems.set('kind', t('reseau', 'Choose what it is from the list.'))
	}
	if (tried && fields.title.trim() === '') {
		problems.set('title', t('reseau', 'A title is missing.'))
	}
	for (const field of whole ? gapsOf(fields) : []) {
		problems.set(field, t('reseau', '“{field}” is still empty.', { field: fieldWord(field) }))
	}
	for (const [field, max] of Object.entries(ROOM) as [Field, number][]) {
		const sentence = tooLongSentence(fields[field] as string, max)
		if (sentence) {
			problems.set(field, sentence)
		}
	}
	for (const [field, max] of Object.entries(MOST) as [Field, number][]) {
		if ((fields[field] as unknown[]).length > max) {
			problems.set(field, n('reseau', 'At most %n entry is possible here.', 'At most %n entries are possible here.', max))
		}
	}
	return new Map([...problems].sort(([one], [other]) => FIELDS.indexOf(one) - FIELDS.indexOf(other)))
}
