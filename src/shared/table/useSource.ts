/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Encoding } from '../lib/encoding.ts'
import type { Kind, SourceProblem } from './source.ts'

import { computed, ref, shallowRef } from 'vue'
import { decode, detectEncoding } from '../lib/encoding.ts'
import { fingerprint } from '../lib/fingerprint.ts'
import { kindOf, MAX_BYTES, sourceProblem } from './source.ts'

export interface Source {
	/** Name of the file, empty for pasted text. */
	name: Readonly<Ref<string>>
	/** By which it is known again; empty without one. */
	hash: Readonly<Ref<string>>
	problem: Readonly<Ref<SourceProblem | null>>
	/** How its bytes are read; the person may choose otherwise. */
	encoding: Ref<Encoding>
	/** Its text; empty without a file. */
	text: ComputedRef<string>
	kind: ComputedRef<Kind>
	take: (file: Blob, name: string) => Promise<void>
	forget: () => void
}

/** The file a person gave, or the text they pasted. */
export function useSource(): Source {
	const bytes: ShallowRef<Uint8Array | null> = shallowRef(null)
	const name = ref('')
	const hash = ref('')
	const problem = ref<SourceProblem | null>(null)
	const encoding = ref<Encoding>('utf-8')
	const text = computed(() => bytes.value ? decode(bytes.value, encoding.value) : '')
	const kind = computed(() => kindOf(text.value))

	function forget(): void {
		bytes.value = null
		name.value = ''
		hash.value = ''
		problem.value = null
	}

	async function take(file: Blob, called: string): Promise<void> {
		forget()
		name.value = called
		// Its size is known before a byte of it is read.
		if (file.size > MAX_BYTES) {
			problem.value = 'too_big'
			return
		}
		const read = new Uint8Array(await file.arrayBuffer())
		problem.value = sourceProblem(read, called)
		if (problem.value === null) {
			encoding.value = await detectEncoding(read)
			hash.value = fingerprint(read)
			bytes.value = read
		}
	}

	return { name, hash, problem, encoding, text, kind, take, forget }
}
