/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../shared/lib/fold.ts'
import { readCount, rosterHeading } from './count.ts'
import { isCapitals } from './headings.ts'
import { repair } from './repair.ts'
import { isSimilarWord } from './text.ts'

/** A heading as it is shown: without number and colon, in ordinary case. */
export function headingText(read: string): string {
	const text = repair(read.replace(/^(?:groupe|atelier|table) (?:n ?° ?)?(?:\d{1,2}|[A-H]) ?[:.–—-] ?(?=\p{L})/iu, '').replace(/^(?:\d{1,2}\.){1,3}\d{0,2}\.?\s+|^(?:[A-H]|[IVX]{1,4})[.)]\s+(?=\p{Lu})/u, '').replace(/(?:(?<!\s)\s+)?[:.—–]\s*$/, ''))
	const plain = isCapitals(text) && text.length > 4 ? text.toLowerCase() : text
	return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** Several points on one line. */
export function listed(text: string): string[] {
	return text.split(/\s\/\s|;\s/).map((part) => part.trim()).filter(Boolean)
}

/** The text after « Suites à donner » on its line; null if the line has no such words. */
export function followUpRest(text: string): string | null {
	const match = /^(\S+)\s+(?:(\S)\s+)?([^\s:]+)\s*(?::\s*(.*)|$)/su.exec(text)
	const word = (given: string) => fold(given.replaceAll('0', 'o'))
	if (match && isSimilarWord(word(match[1]!), 'suites') && isSimilarWord(word(match[3]!), 'donner')) {
		return match[4] ?? ''
	}
	const other = /^(?:prochaines? (?:étapes?|etapes?)|et (?:après|maintenant|ensuite)|pour la suite|les suites|suites?)(?:\s+du groupe)?\s*(?:\?\s*)?(?:[:—–-]\s*(.*)|$)/isu.exec(text)
	return other && text.length < 200 ? other[1] ?? '' : null
}

const COUNT_WITHIN = /(?:(?:sommes|sont|[:–—-])\s*|^\W*)(\d{1,2}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)\s+(?:personnes?|pers\b|inscrit|participant|volontaire|membre|à\s)/iu

/** People with an address named in a sentence. */
function peopleAt(text: string): string {
	const at = text.slice(1, Math.max(text.lastIndexOf('@'), 1)).search(/(?<!\p{L})\p{Lu}[\p{L}’'-]{1,40}\s+\p{Lu}/u)
	return at === -1 ? '' : text.slice(at + 1)
}

/** The line above a list of people: how many they are, and the people named on it. */
export function startOf(read: string): { count: ReturnType<typeof readCount>, rest: string } {
	const text = followUpRest(read) || read
	const count = readCount(text)
	if (count) {
		return { count, rest: count.rest }
	}
	const number = /\((\d{1,2})\)\s*(?::(.*))?$/su.exec(text)
	if (number) {
		return { count: { least: Number(number[1]), most: Number(number[1]), read: number[1]!, rest: '' }, rest: number[2]?.trimStart() ?? '' }
	}
	const within = COUNT_WITHIN.exec(text)
	if (within) {
		const inner = readCount(`${within[1]} personnes inscrites`)
		return { count: inner, rest: peopleAt(text) }
	}
	const rest = rosterHeading(text) ?? /^[^:@]{3,120}:(.*)/su.exec(text)?.[1]!.trimStart() ?? peopleAt(text)
	return { count: null, rest }
}
