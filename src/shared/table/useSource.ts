/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Encoding } from '../lib/encoding.ts'
import type { ReadReason } from '../lib/readError.ts'
import type { TableRow } from '../lib/readTable.ts'
import type { Kind, SourceProblem } from './source.ts'

import { computed, ref, shallowRef } from 'vue'
import { decode, detectEncoding } from '../lib/encoding.ts'
import { fingerprint } from '../lib/fingerprint.ts'
import { ReadError } from '../lib/readError.ts'
import { isSheet, kindOf, MAX_BYTES, sourceProblem } from './source.ts'

export interface Source {
	/** Name of the file, empty for pasted text. */
	name: Readonly<Ref<string>>
	/** Identifies the file; empty without one. */
	hash: Readonly<Ref<string>>
	problem: Readonly<Ref<SourceProblem | null>>
	/** Its encoding; the person can choose another one. */
	encoding: Ref<Encoding>
	/** Its text; empty without a file and for a spreadsheet. */
	text: ComputedRef<string>
	/** The lines of a spreadsheet; null for other files. */
	sheet: Readonly<ShallowRef<readonly TableRow[] | null>>
	kind: ComputedRef<Kind>
	take: (file: Blob, name: string) => Promise<void>
	forget: () => void
}

/** Why a packed file cannot be read; everything else is damage. */
const SHEET_PROBLEMS: Partial<Record<ReadReason, SourceProblem>> = { password: 'locked', too_much: 'too_much', unknown_kind: 'document' }

/** The file given by a person, or the pasted text. */
export function useSource(): Source {
	const bytes: ShallowRef<Uint8Array | null> = shallowRef(null)
	const name = ref('')
	const hash = ref('')
	const problem = ref<SourceProblem | null>(null)
	const encoding = ref<Encoding>('utf-8')
	const sheet: ShallowRef<readonly TableRow[] | null> = shallowRef(null)
	const text = computed(() => bytes.value ? decode(bytes.value, encoding.value) : '')
	const kind = computed(() => sheet.value ? 'sheet' : kindOf(text.value))

	function forget(): void {
		bytes.value = null
		sheet.value = null
		name.value = ''
		hash.value = ''
		problem.value = null
	}

	async function take(file: Blob, called: string): Promise<void> {
		forget()
		name.value = called
		// Its size is checked before it is read.
		if (file.size > MAX_BYTES) {
			problem.value = 'too_big'
			return
		}
		const read = new Uint8Array(await file.arrayBuffer())
		problem.value = sourceProblem(read)
		if (problem.value !== null) {
			return
		}
		if (isSheet(read)) {
			await takeSheet(read)
			return
		}
		encoding.value = await detectEncoding(read)
		hash.value = fingerprint(read)
		bytes.value = read
	}

	async function takeSheet(read: Uint8Array): Promise<void> {
		try {
			// Loaded only when needed.
			const { readSheet } = await import('./readSheet.ts')
			const lines = await readSheet(read)
			hash.value = fingerprint(read)
			sheet.value = lines
		} catch (error) {
			if (!(error instanceof ReadError)) {
				throw error
			}
			problem.value = SHEET_PROBLEMS[error.reason] ?? 'damaged'
		}
	}

	return { name, hash, problem, encoding, text, sheet, kind, take, forget }
}
