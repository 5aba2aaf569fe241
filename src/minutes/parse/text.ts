/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { fold } from '../../shared/lib/fold.ts'

/** The words of a text without case, accents and signs. */
export function plainWords(text: string): string[] {
	const folded = fold(text)
	return folded === '' ? [] : folded.split(' ')
}

/**
 * The edit distance of two words; more than `most` is returned as `most + 1`.
 */
export function editDistance(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) > most) {
		return most + 1
	}
	let before = Array.from({ length: other.length + 1 }, (_, i) => i)
	for (let i = 1; i <= one.length; i++) {
		const row = [i]
		for (let j = 1; j <= other.length; j++) {
			row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
		}
		if (Math.min(...row) > most) {
			return most + 1
		}
		before = row
	}
	return before[other.length]!
}

/** Whether a folded word is this one; a long word may have one misread letter. */
export function isSimilarWord(word: string, meant: string): boolean {
	const most = meant.length < 4 ? 0 : meant.length < 8 ? 1 : 2
	return word === meant || (most > 0 && editDistance(word, meant, most) <= most)
}

/** Words that something has to follow. */
const OPEN = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'un', 'une', 'et', 'ou', 'a', 'au', 'aux', 'en', 'sur', 'pour', 'par',
	'avec', 'sans', 'dans', 'que', 'qui', 'qu', 'ne', 'se', 'ce', 'cette', 'ces', 'son', 'sa', 'ses', 'leur', 'leurs', 'nos', 'vos', 'notre', 'votre',
	'chez', 'vers', 'entre', 'dont', 'si', 'comme', 'mais', 'meme', 'n', 's', 'c'])

/** Whether a text cannot end here: its last word or sign requires more, or a bracket is open. */
export function isUnfinished(text: string): boolean {
	if (/[,(–—-]$|\p{Ll}-$/u.test(text) || hasOpenBracket(text)) {
		return true
	}
	const last = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)$/u.exec(text)?.[1]
	return last !== undefined && OPEN.has(fold(last))
}

/** Whether a folded word requires another one after it. */
export function isConnectingWord(word: string): boolean {
	return OPEN.has(word)
}

/** Whether a bracket was opened and not closed. */
export function hasOpenBracket(text: string): boolean {
	return text.lastIndexOf('(') > text.lastIndexOf(')')
}

/** Joins two lines; a word split at the end of the first is joined too. */
export function join(first: string, second: string): string {
	if (/\p{Ll}-$/u.test(first) && /^\p{Ll}/u.test(second)) {
		return (/^(?:ci|là|la|même|meme|moi|toi|lui|elle|nous|vous|eux|on|il|ils|elles|je|tu|t|en|y)(?!\p{L})/u.test(second) ? first : first.slice(0, -1)) + second
	}
	return /\p{L}-$/u.test(first) ? first + second : `${first} ${second}`.trim()
}

/** Longest text made from lines, in characters: no sentence is longer. */
export const MAX_JOINED = 1500

/** A text with single blanks. */
export function collapseSpaces(text: string): string {
	return text.replace(/\s+/g, ' ').trim()
}
