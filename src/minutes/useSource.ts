import type { Aside } from '../shared/lib/aside.ts'
import type { ReadReason } from '../shared/lib/readError.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MinutesReading, Step } from './read/messages.ts'

import { onScopeDispose, ref, shallowRef } from 'vue'
import { useSession } from '../settings/index.ts'
import { useAction } from '../shared/composables/useAction.ts'
import { fingerprint } from '../shared/lib/fingerprint.ts'
import { ReadError } from '../shared/lib/readError.ts'
import { readAside } from './read/readAside.ts'
import { useModels } from './useModels.ts'

/** The minutes given by a person, as a file or pasted, until they are reread. */
export function useSource() {
	const { uid } = useSession()
	const { standard, come } = useModels()
	const problem = ref<ReadReason | null>(null)
	const given = shallowRef<MinutesReading & { name: string, hash: string } | null>(null)
	/** The current phase while a file is read. */
	const step = shallowRef<Step | null>(null)
	/** The last reading was stopped by the person. */
	const stopped = ref(false)
	let aside: Aside<MinutesReading> | null = null

	/** Reads a file, or pasted text. */
	const taking = useAction(async (what: File | string) => {
		given.value = null
		problem.value = null
		stopped.value = false
		try {
			aside = readAside(what, (next) => {
				step.value = next
			})
			const read = await aside.result
			stopped.value = read === null
			if (read) {
				given.value = { ...read, name: typeof what === 'string' ? '' : what.name, hash: fingerprint(new TextEncoder().encode(read.text)) }
			}
		} catch (error) {
			if (!(error instanceof ReadError)) {
				throw error
			}
			problem.value = error.reason
		} finally {
			aside = null
			step.value = null
		}
	})

	/** Stops reading: nothing was given. */
	function stop(): void {
		aside?.stop()
	}
	onScopeDispose(stop)

	/** Starts rereading it; an earlier text of this tab is discarded. */
	async function review(): Promise<void> {
		if (given.value) {
			const { name, text, style, reading } = given.value
			// Not needed for minutes of one group.
			const { useReview } = await import('./useReview.ts')
			await come()
			await useReview().begin(uid, name, text, standard.value, { style, reading })
		}
	}

	return { taking, step, stop, stopped, problem, given, review }
}
