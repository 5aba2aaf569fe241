/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ReadMessage, ReadRequest, Step } from './messages.ts'

import { ReadError } from '../../shared/lib/readError.ts'
import { parseMinutes } from '../parse/parse.ts'
import { readFile } from './readFile.ts'

/** Reads a file or a pasted text: its text, and the groups and people in it. */
export async function readMinutes(what: ReadRequest['read'], onStep: (step: Step) => void): Promise<ReadMessage> {
	try {
		onStep({ at: 'file' })
		const file = await readFile(typeof what === 'string' ? { name: '', bytes: new TextEncoder().encode(what) } : what, (page, pages) => onStep({ at: 'page', page, pages }))
		onStep({ at: 'text' })
		return { minutes: 'read', reading: { ...file, reading: parseMinutes(file.text, undefined, file.style) } }
	} catch (error) {
		if (error instanceof ReadError) {
			return { minutes: 'refused', reason: error.reason }
		}
		return { minutes: 'failed', error: error instanceof Error ? error.stack ?? error.message : String(error) }
	}
}
