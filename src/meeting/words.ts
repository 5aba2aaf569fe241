/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Meeting } from './model.ts'

import { clockIn, daysWords, n, rangeWords, t } from '../shared/l10n.ts'
import { daysBetween } from '../shared/lib/dates.ts'

type When = Pick<Meeting, 'day' | 'endDay' | 'starts' | 'ends' | 'zone'>

/** “mardi 7 avril 2026 de 18:30 à 20:00”, in the time of the reader, and in that of the place if it differs. */
export function whenWords({ day, endDay, starts, ends, zone }: When): string {
	if (starts === null) {
		return rangeWords(day, endDay)
	}
	const words = rangeWords(starts, ends ?? starts)
	const there = clockIn(starts, zone)
	return there === clockIn(starts) ? words : t('reseau', '{time} ({other} in {zone})', { time: words, other: there, zone: zone.replace(/^.*\//, '').replaceAll('_', ' ') })
}

/** “dans 3 jours” for what begins within two weeks; else empty. */
export function soonWords({ day, starts }: Pick<When, 'day' | 'starts'>, now: Date): string {
	const days = daysBetween(now, new Date(starts ?? `${day}T12:00`))
	return days >= 0 && days < 14 ? daysWords(days) : ''
}

/** The title of a meeting. */
export function titleOf({ title }: Pick<Meeting, 'title'>): string {
	return title || t('reseau', 'Meeting')
}

/** The number of meetings that are not shown. */
export function othersWord(count: number): string {
	return n('reseau', 'And %n other meeting', 'And %n other meetings', count)
}

/** Without the punctuation of the sentence around it. */
const ADDRESS = /https?:\/\/\S*[^\s.,;:!?)\]»”"']/g

/** A place split into texts and addresses to open. */
export function placeParts(place: string): { text: string, href?: string }[] {
	const parts: { text: string, href?: string }[] = []
	let at = 0
	for (const { 0: address, index } of place.matchAll(ADDRESS)) {
		parts.push({ text: place.slice(at, index) }, { text: address, href: address })
		at = index + address.length
	}
	parts.push({ text: place.slice(at) })
	return parts.filter(({ text }) => text !== '')
}
