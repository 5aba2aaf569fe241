/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { isBlank, isText } from '../lib/encoding.ts'

/** Maximum size of a file in bytes: five thousand full cards need a tenth of it. */
export const MAX_BYTES = 10 * 1024 * 1024

/** The content of a file. */
export const KINDS = ['table', 'sheet', 'vcard', 'json'] as const
export type Kind = typeof KINDS[number]

/** Why a file cannot be read at all. */
export const SOURCE_PROBLEMS = ['too_big', 'empty', 'spreadsheet', 'document', 'locked', 'damaged', 'too_much'] as const
export type SourceProblem = typeof SOURCE_PROBLEMS[number]

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const PDF = [0x25, 0x50, 0x44, 0x46]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** Why these bytes contain no list, null if they may; spreadsheets (isSheet()) aside. */
export function sourceProblem(bytes: Uint8Array): SourceProblem | null {
	if (bytes.length > MAX_BYTES) {
		return 'too_big'
	}
	if (begins(bytes, OLE)) {
		return 'spreadsheet'
	}
	if (isBlank(bytes)) {
		return 'empty'
	}
	return isSheet(bytes) || (isText(bytes) && !begins(bytes, PDF)) ? null : 'document'
}

/** Whether these bytes may be a supported spreadsheet: they are a zip. */
export function isSheet(bytes: Uint8Array): boolean {
	return begins(bytes, ZIP)
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
	return magic.every((byte, i) => bytes[i] === byte)
}

/** The content of a text, by its beginning. */
export function kindOf(text: string): Kind {
	const head = text.trimStart()
	return /^BEGIN:VCARD\b/i.test(head) ? 'vcard' : /^[[{]/.test(head) ? 'json' : 'table'
}
