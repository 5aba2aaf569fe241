/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { getCanonicalLocale, getPlural, translate, translatePlural } from '@nextcloud/l10n'
import { occitanDate, occitanDays, occitanList, occitanRange, occitanWeekday } from './lib/occitan.ts'

type Variables = Record<string, string | number>

declare global {
	/** Where @nextcloud/l10n stores the texts of all apps. */
	// eslint-disable-next-line camelcase -- its name
	var _oc_l10n_registry_translations: Record<string, Record<string, string | string[]>> | undefined
}

/** Vue writes text as text: escaping a name here would show its apostrophe as `&#39;`. */
const AS_TEXT = { escape: false, sanitize: false }

/** The language of our texts. Nextcloud's own may differ: it has no Occitan, we have no German. */
export function textLanguage(): string {
	return globalThis.OCA?.Reseau?.language ?? 'en'
}

const isOccitan = () => textLanguage() === 'oc'

/**
 * The locale of numbers and dates in our texts: the reader's, unless it would mix in words of another language, as where a server
 * has a French locale for everyone. Browsers have none for Occitan, which writes its numbers as French does.
 */
export function textLocale(): string {
	const chosen = getCanonicalLocale()
	const language = isOccitan() ? 'fr' : textLanguage()
	return chosen.split('-')[0] === language ? chosen : language
}

/** A text in the reader's language, with `{name}` replaced. */
export function t(app: 'reseau', text: string, variables: Variables = {}): string {
	return translate<string>(app, text, variables, AS_TEXT)
}

/** The plural form for a number of things, `%n` in the text. */
export function n(app: 'reseau', singular: string, plural: string, count: number, variables: Variables = {}): string {
	// Nextcloud would choose the form by its own language, which may have different ones.
	const bundle = { translations: globalThis._oc_l10n_registry_translations?.[app] ?? {}, pluralFunction: (number: number) => getPlural(number, textLanguage()) }
	const text = translatePlural<string, string>(app, singular, plural, count, variables, { ...AS_TEXT, bundle })
	return count < 1000 ? text : text.replace(String(count), new Intl.NumberFormat(textLocale()).format(count))
}

/** The words of a date, with the French ordinal for the first of a month, which its locale data lacks. */
function withFirstOfMonth(words: string): string {
	return textLanguage() === 'fr' ? words.replace(/(?<!\d)1(?=\s(?:\p{L}|–))/gu, '1er') : words
}

function dateAs(dateStyle: 'long' | 'medium', iso: string): string {
	// A bare date is a calendar day, the same in every time zone.
	const timeZone = iso.length === 10 ? 'UTC' : undefined
	const date = new Date(iso)
	return isOccitan() ? occitanDate(date, dateStyle, timeZone) : withFirstOfMonth(new Intl.DateTimeFormat(textLocale(), { dateStyle, timeZone }).format(date))
}

/** “24 novembre 2026”, “1er novembre 2026” for YYYY-MM-DD or an ISO 8601 moment. */
export function dateWords(iso: string): string {
	return dateAs('long', iso)
}

/** “24 nov. 2026”, for a column. */
export function shortDate(iso: string): string {
	return dateAs('medium', iso)
}

/** “demain”, “dans 3 jours”, “hier” for a number of days from today. */
export function daysWords(days: number): string {
	return isOccitan() ? occitanDays(days) : new Intl.RelativeTimeFormat(textLocale(), { numeric: 'auto' }).format(days, 'day')
}

/** “mardi” for YYYY-MM-DD. */
export function weekdayWord(day: string): string {
	const date = new Date(day)
	return isOccitan() ? occitanWeekday(date) : new Intl.DateTimeFormat(textLocale(), { weekday: 'long', timeZone: 'UTC' }).format(date)
}

/** “24 novembre 2026 à 10:12” for milliseconds since 1970. */
export function momentWords(time: number): string {
	const written = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(textLocale(), style).format(time)
	return isOccitan() ? `${occitanDate(new Date(time), 'long')} a ${written({ timeStyle: 'short' })}` : withFirstOfMonth(written({ dateStyle: 'long', timeStyle: 'short' }))
}

/** “samedi 16 – dimanche 17 janvier 2027” for two days, “mardi 7 avril 2026, 18:30 – 20:00” for two ISO 8601 moments; equal ones are written once. */
export function rangeWords(from: string, until: string): string {
	const timeZone = from.length === 10 ? 'UTC' : undefined
	const [start, end] = [new Date(from), new Date(until)] as const
	if (isOccitan()) {
		const words = (date: Date) => [occitanDate(date, 'full', timeZone), timeZone ? '' : clockIn(date.toISOString())]
		return occitanRange(words(start), words(end))
	}
	return withFirstOfMonth(new Intl.DateTimeFormat(textLocale(), { dateStyle: 'full', ...timeZone ? { timeZone } : { timeStyle: 'short' } }).formatRange(start, end))
}

/** “18:30” for an ISO 8601 moment, in the reader's time zone or a given one, if the browser knows it. */
export function clockIn(iso: string, timeZone?: string): string {
	try {
		return new Intl.DateTimeFormat(textLocale(), { timeStyle: 'short', timeZone }).format(new Date(iso))
	} catch {
		return clockIn(iso)
	}
}

/** “a, b or c” (or “a, b and c”) in the reader's language. */
export function listWords(words: string[], join: 'and' | 'or' = 'and'): string {
	const type = join === 'and' ? 'conjunction' : 'disjunction'
	return isOccitan() ? occitanList(words, join) : new Intl.ListFormat(textLocale(), { type }).format(words)
}
