/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The only place that converts timestamps to days, in the reader's time zone; on the server lib/Shared/Days.php.

/** ms */
const DAY = 24 * 3600 * 1000

/** The local day of a moment, as YYYY-MM-DD. */
export function isoDay(moment: Date): string {
	const two = (part: number) => String(part).padStart(2, '0')
	return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** The same for seconds since 1970. */
export function dayOfSeconds(seconds: number): string {
	return isoDay(new Date(seconds * 1000))
}

/** Number of local calendar days between two moments: 1 from this evening to tomorrow morning. */
export function daysBetween(from: Date, to: Date): number {
	const day = (moment: Date) => Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / DAY
	return day(to) - day(from)
}

/** The day some days after another (YYYY-MM-DD); empty if that is invalid. */
export function daysOn(day: string, days: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
	return day === '' ? '' : new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** The day half a year after another (YYYY-MM-DD), or the last of its month if that has fewer days. */
export function halfYearOn(day: string): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
	const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate()
	return new Date(Date.UTC(year, month + 5, Math.min(date, last))).toISOString().slice(0, 10)
}
