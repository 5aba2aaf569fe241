/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { dateWords, daysWords } from '../shared/l10n.ts'
import { daysBetween } from '../shared/lib/dates.ts'

/** When a card is due: “yesterday”, “in 3 days”; further away its date. */
export function dueWords(iso: string, now: Date): string {
	const days = daysBetween(now, new Date(iso))
	return Math.abs(days) < 14 ? daysWords(days) : dateWords(iso)
}
