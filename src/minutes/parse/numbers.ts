/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The final number of a group. */
export interface GroupNumber {
	number: number | null
	/** The text has another number. */
	misread: boolean
	/** What the letter alone looks like; null without a resemblance. */
	likely: number | null
}

const LIKE_DIGITS: Record<string, string> = { O: '0', o: '0', Q: '0', I: '1', l: '1', '|': '1', '!': '1', Z: '2', A: '4', S: '5', G: '6', T: '7', B: '8', g: '9' }
export const ROMAN: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10, XI: 11, XII: 12 }

/** Letters that look like a number; null if one of them looks like no digit. */
export function likelyNumber(read: string): number | null {
	const digits = [...read].map((sign) => /\d/.test(sign) ? sign : LIKE_DIGITS[sign]).join('')
	return read !== '' && digits.length === read.length && Number(digits) > 0 ? Number(digits) : null
}

/**
 * The numbers of all groups of a file, corrected from their neighbours.
 *
 * @param read as in the text, in order; empty without a number
 */
export function groupNumbers(read: readonly string[]): GroupNumber[] {
	// Groups may have letters, or no mark at all.
	if (read.length > 1 && read.every((token, i) => token === '' || token === String.fromCharCode(65 + i))) {
		return read.map(() => ({ number: null, misread: false, likely: null }))
	}
	const roman = read.length > 0 && read.every((token) => token in ROMAN) && (read.length === 1 || read.some((token) => token.length > 1 || token === 'V' || token === 'X'))
	const numbers = read.map((token) => roman ? ROMAN[token]! : /^\d+$/.test(token) && Number(token) > 0 ? Number(token) : null)
	const steady = numbers.map((number, i) => breaksSequence(numbers, i) ? null : number)
	return read.map((token, i) => {
		const number = steady[i]!
		if (number !== null) {
			return { number, misread: false, likely: null }
		}
		return { number: fromNeighbours(steady, i), misread: true, likely: likelyNumber(token) }
	})
}

/** A number between two others that have exactly one number between them, but not this one. */
function breaksSequence(numbers: readonly (number | null)[], i: number): boolean {
	const [before, number, after] = [numbers[i - 1], numbers[i], numbers[i + 1]]
	return typeof before === 'number' && typeof after === 'number' && after - before === 2 && number !== before + 1
}

/** The number that follows from the nearest legible ones; null without them, or if they contradict each other. */
function fromNeighbours(numbers: readonly (number | null)[], i: number): number | null {
	let before = i - 1
	while (before >= 0 && numbers[before] === null) {
		before--
	}
	let after = i + 1
	while (after < numbers.length && numbers[after] === null) {
		after++
	}
	const down = before >= 0 ? numbers[before]! + (i - before) : null
	const up = after < numbers.length ? numbers[after]! - (after - i) : null
	const number = down ?? up
	return number !== null && number > 0 && (down === null || up === null || down === up) && !numbers.includes(number) ? number : null
}
