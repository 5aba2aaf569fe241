/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The mark of a point: a sign by its family, or a number. */
export interface Mark {
	family: 'o' | '=' | '*' | '-' | '>' | 'number'
	/** The number, or the letter's index in the alphabet. */
	number?: number
	/** The text after it; empty if there is only the sign. */
	text: string
}

const NUMBER = /^(?:(\d{1,2})|([A-Ha-h])(?=\)))\s?(?:[.)°/]|-(?=\s))\s*(?=[^\d\s.,/)°@]|$)/
const SIGN = /^(?:(o|O|○|◦|°)(?:\s+|$)|(=+[>»]?|⇒|→|-{1,2}>|➔|➢|➤|❖)\s*|([•●▪■‣·►✓✔◆♦✗☐□])\s*|([*»+e¢©®¤§~.›])(?:\s+|$)|([-–—‐−])(?=\s|\p{L}|["«(]|$)\s*|(>)\s*)/u
const ROMAN = /^(I{1,3}|IV|V|VI{1,3}|IX|X)\s?[.)]\s+(?=\p{Lu})/u
const ROMAN_NUMBERS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** The mark before a point and its text; null without one. What OCR makes of a • counts (`e`, `»`, `+`). */
export function bullet(text: string): Mark | null {
	// Most lines begin with a word: a fast check.
	if (/^(?:[a-z]{2}|[A-Z][a-z])/.test(text)) {
		return null
	}
	// *A line in italics* or **bold**.
	if (/^(\*{1,2})[^*\s].*\1$/.test(text)) {
		return null
	}
	const number = NUMBER.exec(text)
	if (number) {
		const [all, digits, letter] = number
		return { family: 'number', number: digits ? Number(digits) : letter!.toLowerCase().charCodeAt(0) - 96, text: text.slice(all.length) }
	}
	const roman = ROMAN.exec(text)
	if (roman) {
		return { family: 'number', number: ROMAN_NUMBERS.indexOf(roman[1]!) + 1, text: text.slice(roman[0].length) }
	}
	// A « that no » closes is a misread •.
	if (/^«\s[^»]+$/.test(text)) {
		return { family: '*', text: text.slice(1).trim() }
	}
	const sign = SIGN.exec(text)
	if (!sign) {
		return null
	}
	const families = ['o', '=', '*', '*', '-', '>'] as const
	const rest = text.slice(sign[0].length).replace(/^\[[ xX]\]\s+/, '').trim()
	return { family: families[sign.slice(1).findIndex((part) => part !== undefined)]!, text: rest }
}
