/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Separators of several values in one cell. */
const PARTED = /[;\n]+/
const BULLET = /^\s*(?:[-•*·–—]|\d{1,2}[.)])\s+/

const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']

/** The values in a cell, one per line or separated by semicolons, without bullets. */
export function lines(cell: string): string[] {
	return cell.split(PARTED).map((line) => line.replace(BULLET, '').trim()).filter((line) => line !== '')
}

/** The same for single words, which people also separate by commas. */
export function words(cell: string): string[] {
	return (PARTED.test(cell) ? lines(cell) : cell.split(',').map((word) => word.trim()).filter((word) => word !== ''))
		.map((word) => word.replace(/\s+/g, ' '))
}

/** A date in one of the usual formats, as YYYY-MM-DD; null if it is none. The day comes before the month. */
export function day(cell: string): string | null {
	const text = cell.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\b1er\b/, '1')
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text)
	const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text)
	const named = /^(?:le )?(?:[a-z]+di |dimanche )?(\d{1,2}) ([a-z]+) (\d{4})$/.exec(text)
	if (iso) {
		return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
	}
	if (numbers) {
		const year = Number(numbers[3])
		return real(year < 100 ? 2000 + year : year, Number(numbers[2]), Number(numbers[1]))
	}
	return named ? real(Number(named[3]), MONTHS.indexOf(named[2]!) + 1, Number(named[1])) : null
}

function real(year: number, month: number, date: number): string | null {
	const moment = new Date(Date.UTC(year, month - 1, date))
	return moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date
		? moment.toISOString().slice(0, 10)
		: null
}

/** A web address with its scheme, for links. */
export function webAddress(cell: string): string {
	return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(cell) ? `https://${cell}` : cell
}

/** The mail addresses in a cell, without what mail programs add around them; without any, the cell. */
export function mailAddresses(cell: string): string[] {
	return cell.match(/(?<![^\s<>;,:"()])[^\s<>;,:"()]+@[^\s<>;,:"()]+/g) ?? (cell === '' ? [] : [cell])
}
