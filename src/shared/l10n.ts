/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { getCanonicalLocale, translate, translatePlural } from '@nextcloud/l10n'

type Variables = Record<string, string | number>

/** Vue writes text as text: escaping a name here would show its apostrophe as `&#39;`. */
const AS_TEXT = { escape: false, sanitize: false }

/** A text in the reader's language, with `{name}` replaced. */
export function t(app: 'reseau', text: string, variables: Variables = {}): string {
	return translate<string>(app, text, variables, AS_TEXT)
}

/** The same for a number of things, `%n` in the text. */
export function n(app: 'reseau', singular: string, plural: string, count: number, variables: Variables = {}): string {
	const text = translatePlural<string, string>(app, singular, plural, count, variables, AS_TEXT)
	return count < 1000 ? text : text.replace(String(count), new Intl.NumberFormat(getCanonicalLocale()).format(count))
}

function dateAs(dateStyle: 'long' | 'medium', iso: string): string {
	// A bare date is a day on a calendar, the same wherever one reads it.
	const timeZone = iso.length === 10 ? 'UTC' : undefined
	return new Intl.DateTimeFormat(getCanonicalLocale(), { dateStyle, timeZone }).format(new Date(iso))
}

/** “24 novembre 2026” for YYYY-MM-DD or an ISO 8601 moment. */
export function dateWords(iso: string): string {
	return dateAs('long', iso)
}

/** “24 nov. 2026”, for a column; the same. */
export function shortDate(iso: string): string {
	return dateAs('medium', iso)
}

/** “demain”, “dans 3 jours”, “hier” for a number of days from today. */
export function daysWords(days: number): string {
	return new Intl.RelativeTimeFormat(getCanonicalLocale(), { numeric: 'auto' }).format(days, 'day')
}

/** “mardi” for YYYY-MM-DD. */
export function weekdayWord(day: string): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { weekday: 'long', timeZone: 'UTC' }).format(new Date(day))
}

/** “24 novembre 2026 à 10:12” for milliseconds since 1970. */
export function momentWords(time: number): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(time)
}

/** “a, b or c” (or “a, b and c”) in the reader's language. */
export function listWords(words: string[], join: 'and' | 'or' = 'and'): string {
	const type = join === 'and' ? 'conjunction' : 'disjunction'
	return new Intl.ListFormat(getCanonicalLocale(), { type }).format(words)
}
