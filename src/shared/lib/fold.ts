/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
const SPELT: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l' }

/** Western texts without rare characters: they are folded letter by letter, which is several times as fast. */
const WESTERN = /^[ -~\u00a0À-ÏÑ-Ýßà-ïñ-ýÿŒœ«»‘’“”–—]*$/
const BARE = new Map([...'àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœß'].map((letter) => [letter, SPELT[letter] ?? letter.normalize('NFD')[0]!]))

/**
 * Text without what people omit or mistype, like lib/Shared/Fold.php: lower case without accents (œ, æ, ß and ø
 * spelt out), runs of anything but letters and digits become one space.
 */
export function fold(text: string): string {
	if (WESTERN.test(text)) {
		return text.toLowerCase().replace(/[ß-ÿœ]/g, (letter) => BARE.get(letter) ?? ' ').replace(/[^a-z0-9]+/g, ' ').trim()
	}
	return text.normalize('NFKD').toLowerCase()
		.replace(/\p{M}+/gu, '')
		.replace(/[œæßøđł]/g, (letter) => SPELT[letter] ?? letter)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
}
