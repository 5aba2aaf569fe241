/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { isBlank, isText } from '../lib/encoding.ts'

/** Largest file in bytes: five thousand full cards are a tenth of it. */
export const MAX_BYTES = 10 * 1024 * 1024

/** What a file holds. */
export const KINDS = ['table', 'vcard', 'json'] as const
export type Kind = typeof KINDS[number]

/** Why a file cannot be read at all. */
export const SOURCE_PROBLEMS = ['too_big', 'empty', 'spreadsheet', 'document'] as const
export type SourceProblem = typeof SOURCE_PROBLEMS[number]

const ZIP = [0x50, 0x4b]
const PDF = [0x25, 0x50, 0x44, 0x46]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** Why these bytes are no text, null where they may be. */
export function sourceProblem(bytes: Uint8Array, name: string): SourceProblem | null {
	const begins = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)
	if (bytes.length > MAX_BYTES) {
		return 'too_big'
	}
	if (begins(ZIP) || begins(OLE)) {
		return /\.(docx?|odt|zip|pptx?|odp)$/i.test(name) ? 'document' : 'spreadsheet'
	}
	if (isBlank(bytes)) {
		return 'empty'
	}
	return isText(bytes) && !begins(PDF) ? null : 'document'
}

/** What a text holds, by its beginning. */
export function kindOf(text: string): Kind {
	const head = text.trimStart()
	return /^BEGIN:VCARD\b/i.test(head) ? 'vcard' : /^[[{]/.test(head) ? 'json' : 'table'
}
