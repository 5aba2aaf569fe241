/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ReadReason } from './read/readError.ts'

import { ref, shallowRef } from 'vue'
import { useSession } from '../settings/index.ts'
import { useAction } from '../shared/composables/useAction.ts'
import { fingerprint } from '../shared/lib/fingerprint.ts'
import { ReadError } from './read/readError.ts'
import { useModels } from './useModels.ts'
import { useReview } from './useReview.ts'

/** The minutes a person gave, as a file or pasted, until they are reread. */
export function useSource() {
	const { uid } = useSession()
	const { standard, come } = useModels()
	const { begin } = useReview()
	const problem = ref<ReadReason | null>(null)
	const given = shallowRef<{ name: string, text: string, hash: string } | null>(null)

	/** Takes a file, or pasted text. */
	const taking = useAction(async (what: File | string) => {
		given.value = null
		problem.value = null
		try {
			// What reads files comes when there is one.
			const { readFile } = await import('./read/readFile.ts')
			const file = typeof what === 'string' ? { name: '', bytes: new TextEncoder().encode(what) } : what
			const { text } = await readFile(file)
			given.value = { name: file.name, text, hash: fingerprint(new TextEncoder().encode(text)) }
		} catch (error) {
			if (!(error instanceof ReadError)) {
				throw error
			}
			problem.value = error.reason
		}
	})

	/** Begins to reread it; an earlier text of this tab is forgotten. */
	async function review(): Promise<void> {
		if (given.value) {
			await come()
			await begin(uid, given.value.name, given.value.text, standard.value)
		}
	}

	return { taking, problem, given, review }
}
