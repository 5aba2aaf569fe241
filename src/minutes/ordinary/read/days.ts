/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { daysOn } from '../../../shared/lib/dates.ts'
import { fold } from '../../../shared/lib/fold.ts'

/** A day in a text, from–to in UTF-16 units. */
export interface FoundDay {
	/** YYYY-MM-DD */
	day: string
	from: number
	to: number
	/** Whether the year is written. */
	whole: boolean
}

const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']
const MONTH = '(janvier|janv\\.?|f[ée]vrier|f[ée]vr?\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?|ao[uû]t|septembre|sept\\.?|octobre|oct\\.?|novembre|nov\\.?|d[ée]cembre|d[ée]c\\.?)'
const IN_WORDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\s+)?(1\\s?er|\\d{1,2})\\s+${MONTH}(?:\\s+(\\d{4}))?(?![\\p{L}\\p{N}])`, 'giu')
const PART = new RegExp(`(?<![\\p{L}\\p{N}])(d[ée]but|mi|fin)[\\s-]+(?:de\\s|d['’])?${MONTH}(?:\\s+(\\d{4}))?(?![\\p{L}\\p{N}])`, 'giu')
const IN_DIGITS = /(?<![\d/.\-@])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/-]|\.\d)/g
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g
const TIME = /(?<![\d/.])([01]?\d|2[0-3])\s?(?:h(?:eures?)?|:)\s?([0-5]\d)?(?![\p{L}\d])/iu
/** A day without a year that is so long ago is in the next year. */
const LONG_AGO = 120

/**
 * The days in a text.
 *
 * @param text text to search
 * @param around reference for days without a year, YYYY-MM-DD
 */
export function findDays(text: string, around: string): FoundDay[] {
	const found: FoundDay[] = []
	const add = (at: number, length: number, day: number, month: number, year: string | undefined) => {
		const written = year === undefined ? null : Number(year) + (year.length === 2 ? 2000 : 0)
		const iso = isoOf(day, month, written, around)
		if (iso !== null && !found.some(({ from, to }) => at < to && from < at + length)) {
			found.push({ day: iso, from: at, to: at + length, whole: written !== null })
		}
	}
	for (const match of text.matchAll(ISO)) {
		add(match.index, match[0].length, Number(match[3]), Number(match[2]), match[1])
	}
	for (const match of text.matchAll(IN_WORDS)) {
		add(match.index, match[0].length, Number.parseInt(match[1]!), monthOf(match[2]!), match[3])
	}
	for (const match of text.matchAll(PART)) {
		const month = monthOf(match[2]!)
		const part = fold(match[1]!)
		const last = lastOf(Number(match[3] ?? around.slice(0, 4)), month)
		add(match.index, match[0].length, part === 'debut' ? 5 : part === 'mi' ? 15 : last, month, match[3])
	}
	for (const match of text.matchAll(IN_DIGITS)) {
		add(match.index, match[0].length, Number(match[1]), Number(match[3]), match[4])
	}
	return found.sort((one, other) => one.from - other.from)
}

/** A time of day in a text, HH:MM, and its position. */
export function findTime(text: string): { time: string, from: number, to: number } | null {
	const match = TIME.exec(text)
	return match && { time: `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}`, from: match.index, to: match.index + match[0].length }
}

function monthOf(word: string): number {
	const plain = fold(word)
	return MONTHS.findIndex((month) => month === plain || (plain.length > 2 && month.startsWith(plain))) + 1
}

/** The last day of a month, from 1. */
function lastOf(year: number, month: number): number {
	// Month 13 is the first of the next year.
	return Number(daysOn(`${year}-${month + 1}-01`, -1).slice(8))
}

/** null: the day does not exist. */
function isoOf(day: number, month: number, year: number | null, around: string): string | null {
	const two = (part: number) => String(part).padStart(2, '0')
	const ofYear = (one: number) => month >= 1 && month <= 12 && day >= 1 && day <= lastOf(one, month) ? `${one}-${two(month)}-${two(day)}` : null
	if (year !== null) {
		return year >= 1990 && year < 2100 ? ofYear(year) : null
	}
	const here = Number(around.slice(0, 4))
	const same = ofYear(here)
	return same !== null && same >= daysOn(around, -LONG_AGO) ? same : ofYear(here + 1) ?? same
}
