import type { ReadReason } from '../../shared/lib/readError.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Reading } from '../parse/reading.ts'
import type { FileReading } from './readFile.ts'

/** Current phase: opening the file, reading a page, finding groups and people in its text. */
export type Step = { at: 'file' } | { at: 'page', page: number, pages: number } | { at: 'text' }

/** A file or a pasted text, with its reading. */
export interface MinutesReading extends FileReading {
	reading: Reading
}

/** A request to the worker. */
export interface ReadRequest {
	read: File | string
}

/** The messages of the worker: its progress, and finally the reading or an error. */
export type ReadMessage
	= | { minutes: 'step', step: Step }
		| { minutes: 'read', reading: MinutesReading }
		| { minutes: 'refused', reason: ReadReason }
		/** A bug in this app. */
		| { minutes: 'failed', error: string }
