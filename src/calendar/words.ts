/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CalendarDate } from './model.ts'

import { rangeWords, t } from '../shared/l10n.ts'
import { fixSpaces } from '../shared/lib/fixSpaces.ts'

/** When something is, in the reader's time. */
export function dateWhen({ starts, ends, days }: CalendarDate): string {
	return starts === null ? (days ? rangeWords(...days) : '') : rangeWords(starts, ends ?? starts)
}

/** Title of a date with its group. */
export function dateTitle({ title, group, cancelled }: CalendarDate): string {
	const whole = group === null ? fixSpaces(title) : `${fixSpaces(group.title)} – ${fixSpaces(title)}`
	return cancelled ? t('reseau', '{title} (cancelled)', { title: whole }) : whole
}

/** The first dates that begin within some weeks. */
export function datesWithin(dates: readonly CalendarDate[], now: Date, days: number, most: number): CalendarDate[] {
	const until = now.getTime() + days * 24 * 3600 * 1000
	return dates.filter(({ starts, days: of }) => Date.parse(starts ?? of?.[0] ?? '') < until).slice(0, most)
}

/** The same address in the form a device offers to subscribe to. */
export function subscribeAddress(address: string): string {
	return address.replace(/^https?:/, 'webcal:')
}
