/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A phone number found in a line. */
export interface PhoneFound {
	/** In groups of two digits; null with too many or too few digits. */
	phone: string | null
	/** As in the text. */
	read: string
	at: number
	/** It had letters instead of digits. */
	repaired: boolean
	/** Its groups were not of two digits. */
	regrouped: boolean
}

const DIGITS: Record<string, string> = { O: '0', o: '0', Q: '0', D: '0', I: '1', l: '1', '|': '1', '!': '1', Z: '2', z: '2', A: '4', S: '5', s: '5', G: '6', b: '6', T: '7', B: '8', g: '9', q: '9' }
const LETTER = '[OoQDIl|!ZzASsGbTBgq]'
/** A run of digits, of letters that look like digits, and of separators. */
const RUN = new RegExp(String.raw`(?<![\p{L}\p{N}@._-])(?:\+|\(?0|${LETTER})(?:[\d\s.\-/()–]|${LETTER}(?!\p{L}{2}))*(?:\d|${LETTER})(?![\p{L}@])`, 'gu')

/** The phone numbers in a line. Only what begins like a French number, or with a country code, counts. */
export function findPhones(line: string): PhoneFound[] {
	if (!/\d.*\d.*\d.*\d/.test(line)) {
		return []
	}
	return [...line.matchAll(RUN)].flatMap(({ 0: run, index }): PhoneFound[] => {
		const read = run.trim()
		const real = read.match(/\d/g)?.length ?? 0
		const compact = [...read.replace(/\(0\)/, '')].map((sign) => DIGITS[sign] ?? sign).join('').replace(/[\s.\-/()–]/g, '')
		const national = compact.replace(/^(?:\+|00)33/, '0').replace(/^00(?=[1-9])/, '0')
		if (real < 6 || compact.length < 8 || !/^\+?\d+$/.test(compact)) {
			return []
		}
		const found = { read, at: index, repaired: /[^\d\s.\-/()+–]/.test(read), regrouped: false }
		if (/^0[1-9]\d{8}$/.test(national)) {
			const groups = read.split(/[\s.\-/()–]+/).filter(Boolean)
			const regrouped = !read.startsWith('+') && groups.length > 1 && groups.some((group) => group.length !== 2)
			return [{ ...found, phone: national.match(/../g)!.join(' '), regrouped }]
		}
		// Foreign: unchanged.
		if (/^\+\d{8,14}$/.test(compact) && !compact.startsWith('+33')) {
			return [{ ...found, phone: read.replace(/\s+/g, ' '), repaired: false }]
		}
		return /^(?:0[1-9]|\+33)/.test(compact) && compact.length <= 13 ? [{ ...found, phone: null }] : []
	})
}
