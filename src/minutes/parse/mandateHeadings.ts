/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Column } from './reading.ts'

import { withoutMarkup } from './markup.ts'
import { isSimilarWord, plainWords } from './text.ts'

/** The words in the headings of the three columns; words of several columns are decided by their context. */
const WORDS: Record<string, Column | null> = {
	peut: null,
	ou: null,
	doit: null,
	a: null,
	la: null,
	les: null,
	l: null,
	avec: null,
	pas: null,
	faire: null,
	qui: null,
	et: null,
	en: null,
	peuvent: null,
	doivent: null,
	continuer: 'mayAdvance',
	avancer: 'mayAdvance',
	reflechir: 'mayAdvance',
	mobiliser: 'mayAdvance',
	continuera: 'mayAdvance',
	ne: 'mustNot',
	aller: 'mustNot',
	plus: 'mustNot',
	loin: 'mustNot',
	citer: 'with',
	personnes: 'with',
	structures: 'with',
	reseaux: 'with',
	reseau: 'with',
}
const KNOWN = Object.keys(WORDS)
/** Words of the headings that also occur in names. */
const IN_NAMES = new Set(['la', 'les', 'l', 'a', 'et', 'en', 'reseau', 'reseaux', 'structures', 'personnes'])
const BEGINS = new Set(['ne', 'peut', 'doit', 'peuvent', 'doivent'])
/** Maximum number of words before « peut » that name the bearer of the mandate. */
const MOST_NAME = 6

/** The headings of the grid in a line. */
export interface MandateHeading {
	/** The columns whose headings begin here, in the order of the line. */
	starts: { column: Column, at: number }[]
	/** Where the text after the heading begins; the length of the line without any. */
	end: number
}

interface Word {
	word: string
	at: number
	end: number
}

/** Whether a line has a word of the headings: a fast check. */
export function mayHead(line: string): boolean {
	return /[pf]e[uv]t|peuvent|d[o0][ijl]t|contin|avan[cg]|chir|mobil|lo[ijl1]n|c[ijl1]ter|perso|struct|r[eéè]s[eéè]a/i.test(line)
}

/** Whether a line begins with the words of a heading. */
export function mayStart(line: string): boolean {
	return /[pf]e[uv]t|peuvent|doivent|d[o0][ijl]t/i.test(line)
}

/** The part of a line that is a heading of the grid; null without one. A line with anything else before a heading is none. */
export function mandateHeading(line: string): MandateHeading | null {
	if (!mayHead(line)) {
		return null
	}
	const words = lineWords(line)
	const starts: MandateHeading['starts'] = []
	let i = 0
	let end = 0
	while (i < words.length) {
		const known = headingWord(words[i]!.word)
		const start = known === undefined || BEGINS.has(words[i]!.word) ? columnStart(words, i, starts.some(({ column }) => column === 'mustNot')) : null
		if (start) {
			// «ne peut pas ou ne doit pas» is one.
			if (starts.at(-1)?.column !== start.column) {
				starts.push({ column: start.column, at: words[i]!.at })
			}
			i = start.next
			end = words[i - 1]!.end
		} else if (known === undefined) {
			break
		} else {
			// A small word at the end may belong to the following answer.
			end = known === null ? end : words[i]!.end
			i++
		}
	}
	if (end === 0) {
		return null
	}
	if (i === words.length) {
		return { starts, end: line.length }
	}
	// Words after a heading are an answer only after a separator.
	const rest = line.slice(end)
	const parted = /^[\s.…]*(?::|\||\t| {2,}|[-–—=]>?\s)/.exec(rest)
	return parted && starts.length === 1 ? { starts, end: end + parted[0].length } : null
}

/** A line that is the title of the grid: « Rôle de … », « Mandat ». */
export function isGridTitle(line: string): boolean {
	if (!/^[\s#*_]*[mr]/i.test(line) || line.length > 90) {
		return false
	}
	const words = plainWords(withoutMarkup(line).text)
	return words.length > 0 && words.length <= 8 && (words[0] === 'mandat' || (/^r.{1,2}le$/.test(words[0]!) && /^(?:de|du|d|des|pour|que)$/.test(words[1] ?? '')))
}

function lineWords(line: string): Word[] {
	return [...line.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: text, index }) => plainWords(text).map((word) => ({ word, at: index, end: index + text.length })))
}

/** The column of a word: null for several, undefined for none. */
function headingWord(word: string): Column | null | undefined {
	if (Object.hasOwn(WORDS, word)) {
		return WORDS[word]
	}
	const meant = word.length < 5 ? undefined : KNOWN.find((known) => known.length > 4 && (known[0] === word[0] || known.at(-1) === word.at(-1)) && (isSimilarWord(word, known) || (known === 'reseaux' && /^reseau.{0,2}$/.test(word))))
	return meant === undefined ? undefined : WORDS[meant]
}

const is = (word: Word | undefined, ...meant: string[]) => word !== undefined && meant.some((one) => word.word === one || (one.length > 3 && isSimilarWord(word.word, one)))

/** The column whose heading begins with this word, after any name; if it can only be the `last`, « peut » is enough. */
function columnStart(words: readonly Word[], at: number, last: boolean): { column: Column, next: number } | null {
	for (let i = at; i <= at + MOST_NAME && i < words.length; i++) {
		const [one, two, three] = [words[i], words[i + 1], words[i + 2]]
		if (is(one, 'ne') && is(two, 'peut', 'doit', 'peuvent', 'doivent')) {
			return { column: 'mustNot', next: i + 2 }
		}
		if (is(one, 'peut', 'peuvent', 'doit', 'doivent') && words[i - 1]?.word !== 'ne') {
			if (is(two, 'faire') && is(three, 'avec', 'avcc')) {
				return { column: 'with', next: i + 3 }
			}
			// The rest of it is in the next line.
			if (last && i > at && (two === undefined || (is(two, 'faire') && three === undefined))) {
				return { column: 'with', next: two === undefined ? i + 1 : i + 2 }
			}
			if (is(two, 'ou', 'et') && is(three, 'doit', 'doivent', 'peut')) {
				return { column: 'mayAdvance', next: i + 3 }
			}
			if (is(two, 'continuer', 'avancer')) {
				return { column: 'mayAdvance', next: i + 2 }
			}
			return null
		}
		// The bearer of the mandate is a name: none of the words of permissions.
		if (i > at && headingWord(words[i]!.word) !== undefined && !IN_NAMES.has(words[i]!.word)) {
			return null
		}
	}
	return null
}
