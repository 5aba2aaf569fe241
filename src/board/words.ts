/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { getCanonicalLocale } from '@nextcloud/l10n'
import { dateWords } from '../shared/l10n.ts'

const DAY = 24 * 3600 * 1000

/** When a card is due, as one says it: “yesterday”, “in 3 days”; farther away its date. */
export function dueWords(iso: string, now: Date): string {
	const days = dayOf(new Date(iso)) - dayOf(now)
	return Math.abs(days) < 14
		? new Intl.RelativeTimeFormat(getCanonicalLocale(), { numeric: 'auto' }).format(days, 'day')
		: dateWords(iso)
}

/** Days of the calendar where one is. */
function dayOf(moment: Date): number {
	return Math.round(new Date(moment.getFullYear(), moment.getMonth(), moment.getDate(), 12).getTime() / DAY)
}
