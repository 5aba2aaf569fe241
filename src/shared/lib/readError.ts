/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Why a file cannot be read. */
export const READ_REASONS = [
	/** More than MAX_BYTES. */
	'too_big',
	/** More content than any document of its kind can have. */
	'too_much',
	/** It takes longer than a person should wait. */
	'too_slow',
	/** A picture, a program: no text of any kind. */
	'binary',
	'empty',
	/** Locked by a password. */
	'password',
	/** Pictures only. */
	'no_text',
	/** Damaged, or not what its name says. */
	'unreadable',
	/** An unsupported kind of document: .doc, .rtf, .html, a spreadsheet. */
	'unknown_kind',
] as const
export type ReadReason = typeof READ_REASONS[number]

/** Why a file could not be read: a reason word, which the page turns into a sentence. */
export class ReadError extends Error {
	/** @param reason one of READ_REASONS */
	constructor(readonly reason: ReadReason, cause?: unknown) {
		super(reason, { cause })
		this.name = 'ReadError'
	}
}
