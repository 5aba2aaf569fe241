/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileAction } from '../../files/actions.ts'
import type { Failed, Outcome, Under } from '../../files/each.ts'
import type { Entry } from '../../files/model.ts'

import { ref, shallowRef } from 'vue'
import { ApiError } from '../../../api/apiError.ts'
import { actionsOf } from '../../files/actions.ts'
import { holdPage } from './holdPage.ts'

/** Several files that something is being done with. */
export interface Job {
	label: string
	behind: number
	total: number
	stop: () => void
}

/** What a job is called, and what it has not done. */
interface Words {
	label: string
	/** “2 were not moved:”. */
	undone: (count: number) => string
}

// One for the whole app: it goes on while other pages are open.
const jobs = ref<Job[]>([])
const undone = shallowRef<{ what: string, failed: readonly Failed[] } | null>(null)

/** What is done with files one after the other, how far it is, and what of it could not be done. */
export function useJobs() {
	/** Says what was not done, and why; nothing where everything was. */
	function report({ undone: what }: Pick<Words, 'undone'>, failed: readonly Failed[]): void {
		undone.value = failed.length > 0 ? { what: what(failed.length), failed } : null
	}

	return {
		jobs,
		undone,
		report,
		/** Does it with those one may do it with; the others are among what was not done. */
		async run(action: FileAction, entries: readonly Entry[], words: Words, work: (entries: readonly Entry[], under: Under) => Promise<Outcome>): Promise<readonly Entry[]> {
			const may = entries.filter((entry) => actionsOf(entry).includes(action))
			const kept = entries.filter((entry) => !may.includes(entry)).map(({ path }): Failed => ({ path, error: new ApiError(403, 'not_allowed') }))
			const stopping = new AbortController()
			jobs.value.push({ label: words.label, behind: 0, total: may.length, stop: () => stopping.abort() })
			const job = jobs.value.at(-1)!
			undone.value = null
			const release = holdPage()
			try {
				const tell = (behind: number) => {
					job.behind = behind
				}
				const { done, failed } = await work(may, { tell, signal: stopping.signal })
				report(words, [...kept, ...failed])
				return done
			} finally {
				jobs.value = jobs.value.filter((one) => one !== job)
				release()
			}
		},
	}
}
