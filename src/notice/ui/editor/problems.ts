/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Field, Fields } from '../../edit.ts'

import { n, t } from '../../../shared/l10n.ts'
import { daysOn } from '../../../shared/lib/dates.ts'
import { tooLongSentence } from '../../../shared/tooLong.ts'
import { NOTICE_LIMITS } from '../../model.ts'

/** Longest text, and longest list, of each field. */
const ROOM = { title: NOTICE_LIMITS.title, text: NOTICE_LIMITS.text, free: NOTICE_LIMITS.free } as const
const MOST = { territories: NOTICE_LIMITS.territories, terms: NOTICE_LIMITS.terms } as const

/**
 * Why the fields cannot be saved, by field, in the order of the page.
 *
 * @param fields the current input
 * @param tried whether saving was tried: then missing fields are reported too
 * @param today YYYY-MM-DD
 */
export function problemsOf(fields: Fields, tried: boolean, today: string): ReadonlyMap<Field, string> {
	const problems = new Map<Field, string>()
	if (tried && fields.kind === '') {
		problems.set('kind', t('reseau', 'Choose what it is from the list.'))
	}
	if (tried && fields.title.trim() === '') {
		problems.set('title', t('reseau', 'A title is missing.'))
	}
	for (const [field, max] of Object.entries(ROOM) as [keyof typeof ROOM, number][]) {
		const sentence = tooLongSentence(fields[field], max)
		if (sentence) {
			problems.set(field, sentence)
		}
	}
	for (const [field, max] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
		if (fields[field].length > max) {
			problems.set(field, n('reseau', 'At most %n entry is possible here.', 'At most %n entries are possible here.', max))
		}
	}
	const last = daysOn(today, NOTICE_LIMITS.maxDays)
	if (fields.until === '' || fields.until < today || fields.until > last) {
		problems.set('until', n('reseau', 'Choose a day from today on, at most %n day ahead.', 'Choose a day from today on, at most %n days ahead.', NOTICE_LIMITS.maxDays))
	}
	return problems
}
