/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// Days, time spans and lists in Occitan, which no browser supports. lib/Shared/DateWords.php has the same days.

const MONTHS = ['genièr', 'febrièr', 'març', 'abril', 'mai', 'junh', 'julhet', 'agost', 'setembre', 'octobre', 'novembre', 'decembre']
const SHORT_MONTHS = ['gen.', 'febr.', 'març', 'abr.', 'mai', 'junh', 'jul.', 'ag.', 'set.', 'oct.', 'nov.', 'dec.']
const WEEKDAYS = ['dimenge', 'diluns', 'dimars', 'dimècres', 'dijòus', 'divendres', 'dissabte']
const NEAR_DAYS: Readonly<Record<number, string>> = { [-2]: 'davant-ièr', [-1]: 'ièr', 0: 'uèi', 1: 'deman', 2: 'deman passat' }

/**
 * “24 de novembre de 2026”, “24 nov. 2026”, or “dimars 24 de novembre de 2026”.
 *
 * @param date a moment
 * @param dateStyle as Intl's
 * @param timeZone time zone of the day; undefined: the reader's
 */
export function occitanDate(date: Date, dateStyle: 'full' | 'long' | 'medium', timeZone?: string): string {
	// Swedish days are YYYY-MM-DD.
	const [year, month, day] = new Intl.DateTimeFormat('sv', { timeZone }).format(date).split('-').map(Number) as [number, number, number]
	if (dateStyle === 'medium') {
		return `${day} ${SHORT_MONTHS[month - 1]} ${year}`
	}
	const name = MONTHS[month - 1]!
	const weekday = dateStyle === 'full' ? `${occitanWeekday(new Date(Date.UTC(year, month - 1, day)))} ` : ''
	return `${weekday}${day} ${/^[ao]/.test(name) ? 'd’' : 'de '}${name} de ${year}`
}

/** “dimars” for a day at midnight UTC. */
export function occitanWeekday(date: Date): string {
	return WEEKDAYS[date.getUTCDay()]!
}

/** “deman”, “d’aquí 3 jorns”, “ièr” for a number of days from today. */
export function occitanDays(days: number): string {
	return NEAR_DAYS[days] ?? `${days > 0 ? 'd’aquí' : 'fa'} ${Math.abs(days)} jorns`
}

/** “a, b e c”, or “a, b o c”. */
export function occitanList(words: string[], join: 'and' | 'or'): string {
	const last = words.at(-1) ?? ''
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${join === 'and' ? 'e' : 'o'} ${last}`
}

/**
 * “dissabte 16 de genièr de 2027 – dimenge 17 de genièr de 2027”, “dimars 7 d’abril de 2026, 18:30 – 20:00”; equal ones are written once.
 *
 * @param first a day and a time, which may be empty
 * @param last the same for the end
 */
export function occitanRange(first: string[], last: string[]): string {
	const written = (parts: string[]) => parts.filter(Boolean).join(', ')
	return written(first) === written(last) ? written(first) : `${written(first)} – ${written(last[0] === first[0] ? last.slice(1) : last)}`
}
