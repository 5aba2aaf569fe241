/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
/** Encodings to choose from; names of the Encoding Standard. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251', 'windows-1253'] as const
export type Encoding = typeof ENCODINGS[number]

/** Accented letters of French, Occitan, Catalan and Spanish, and their typographic signs. */
const USUAL = /[éèêëàâäîïíòóôöùúûüçñœæÉÈÊËÀÂÎÏÍÒÓÔÙÚÛÇÑŒÆáÁ’‘“”«»…–—€·°º]/g
/** What French text in the wrong encoding looks like. */
const STRANGE = /[\u0080-\u009fÃÂŽŽ‡†Š‰‹¬ð√©™≈∆ˆ˜]/g

/** A sample is enough to detect the encoding; the rest of a long file is not read. */
const SAMPLE = 200_000

/** The most probable encoding; the person can choose another one. */
export async function detectEncoding(bytes: Uint8Array): Promise<Encoding> {
	const [a, b, c] = bytes
	if (a === 0xef && b === 0xbb && c === 0xbf) {
		return 'utf-8'
	}
	const sample = bytes.subarray(0, SAMPLE)
	const wide = wideEncoding(sample)
	if (wide) {
		return wide
	}
	const { sequences, broken } = utf8Marks(bytes)
	// A line or two from another file do not change the encoding of the rest.
	return broken === 0 || sequences > broken ? 'utf-8' : singleByte(sample)
}

/** The text, without a byte order mark; invalid bytes become U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
	return new TextDecoder(encoding).decode(bytes)
}

/** The text of bytes with four per character, which browsers do not decode; null if they have not. */
export function decodeUtf32(bytes: Uint8Array): string | null {
	const sample = bytes.subarray(0, 4096)
	const zeros = (place: number) => sample.filter((byte, i) => i % 4 === place && byte === 0).length
	const letters = Math.floor(sample.length / 4)
	// No character is above 0x10ffff: of its four bytes the highest is zero, and the next nearly always.
	const little = zeros(3) >= letters && zeros(2) > letters * 0.9
	const big = zeros(0) >= letters && zeros(1) > letters * 0.9
	if (letters === 0 || bytes.length % 4 !== 0 || little === big) {
		return null
	}
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const parts: string[] = []
	for (let at = 0; at < bytes.length; at += 4) {
		const letter = view.getUint32(at, little)
		if (letter !== 0xfeff || at > 0) {
			parts.push(letter > 0x10ffff ? '\ufffd' : String.fromCodePoint(letter))
		}
	}
	return parts.join('')
}

/** Texts contain no control characters but line breaks and tabs, unless each character has two bytes. */
export function isText(bytes: Uint8Array): boolean {
	const sample = bytes.subarray(0, 4096)
	const controls = sample.filter((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)).length
	return controls <= sample.length / 200 || wideEncoding(bytes.subarray(0, SAMPLE)) !== null
}

/** Whether there is nothing but spaces, tabs and lines. */
export function isBlank(bytes: Uint8Array): boolean {
	return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

/** By the byte order mark; without one, Western text has a zero in one of every two bytes. */
function wideEncoding(sample: Uint8Array): Encoding | null {
	const [a, b] = sample
	if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
		return a === 0xff ? 'utf-16le' : 'utf-16be'
	}
	const zeros = (from: number) => sample.filter((byte, i) => byte === 0 && i % 2 === from).length
	const [even, odd] = [zeros(0), zeros(1)]
	const many = sample.length / 5
	return odd > many && even < odd / 10 ? 'utf-16le' : even > many && odd < even / 10 ? 'utf-16be' : null
}

/** Number of multi-byte characters, and of bytes that belong to none. */
function utf8Marks(bytes: Uint8Array): { sequences: number, broken: number } {
	let sequences = 0
	let broken = 0
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i]!
		if (byte < 0x80) {
			continue
		}
		const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0
		const rest = bytes.subarray(i + 1, i + 1 + more)
		if (more > 0 && rest.length === more && rest.every((next) => next >= 0x80 && next < 0xc0)) {
			sequences++
			i += more
		} else {
			broken++
		}
	}
	return { sequences, broken }
}

/** Single-byte encoding. The two Western ones are distinguished by the resulting text. */
async function singleByte(sample: Uint8Array): Promise<Encoding> {
	const western = (['windows-1252', 'macintosh'] as const).map((encoding) => ({ encoding, score: usual(decode(sample, encoding)) }))
	const best = western.reduce((one, other) => other.score > one.score ? other : one)
	if (best.score > 0) {
		return best.encoding
	}
	// Other alphabets are rare: load the detection when needed.
	const { analyse } = await import('chardet')
	const found = analyse(sample).map(({ name }) => name.toLowerCase()).find((name) => ENCODINGS.some((known) => known === name))
	return (found as Encoding | undefined) ?? 'windows-1252'
}

function usual(text: string): number {
	return (text.match(USUAL)?.length ?? 0) - 2 * (text.match(STRANGE)?.length ?? 0)
}
