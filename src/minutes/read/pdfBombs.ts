/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { isLarger } from '../../shared/lib/inflate.ts'
import { ReadError } from '../../shared/lib/readError.ts'

/** Maximum size of an unpacked stream of a .pdf, in bytes: a page of text has some ten thousand. */
const MOST_STREAM = 4 * 1024 * 1024
/** The limit for fonts: one with all Chinese characters is this large. */
const MOST_FONT = 16 * 1024 * 1024
const FONT = /\/Length1\b|\/(?:Type1C|CIDFontType0C|OpenType)\b/
/** Streams that pdf.js never unpacks. */
const UNREAD = /\/Subtype\s*\/Image\b|\/EmbeddedFile\b/
/** Deflate cannot compress more than this. */
const MOST_TIMES = 1032
/** Bytes before a stream, for its dictionary. */
const DICTIONARY = 2000
const STREAM = [...'stream'].map((letter) => letter.charCodeAt(0))

/** Throws a ReadError if a stream of a .pdf would unpack to far more than a text needs. */
export async function refuseBombs(bytes: Uint8Array): Promise<void> {
	for (let at = nextStream(bytes, 0); at !== -1;) {
		const dictionary = latin(bytes.subarray(Math.max(at - DICTIONARY, 0), at)).split(/\bobj\b/).at(-1)!
		const from = at + STREAM.length + (bytes[at + STREAM.length] === 0x0d ? 2 : 1)
		const next = nextStream(bytes, from)
		const flated = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0
		const data = bytes.subarray(from, next === -1 ? undefined : next)
		const most = FONT.test(dictionary) ? MOST_FONT : MOST_STREAM
		if (!UNREAD.test(dictionary) && (flated > 1 || (flated === 1 && data.length * MOST_TIMES > most && await isLarger(data, most)))) {
			throw new ReadError('too_much')
		}
		at = next
	}
}

/** The position of the next word that begins a stream; -1 without one. */
function nextStream(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(STREAM[0]!, from); at !== -1; at = bytes.indexOf(STREAM[0]!, at + 1)) {
		// Not the end of one.
		if (STREAM.every((byte, i) => bytes[at + i] === byte) && bytes[at - 1] !== 0x64) {
			return at
		}
	}
	return -1
}

function latin(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes)
}
