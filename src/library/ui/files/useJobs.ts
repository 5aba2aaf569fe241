/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileAction } from '../../files/actions.ts'
import type { Failed, Outcome, Under } from '../../files/each.ts'
import type { Entry } from '../../files/model.ts'

import { ref, shallowRef } from 'vue'
import { ApiError, isReason } from '../../../api/apiError.ts'
import { n } from '../../../shared/l10n.ts'
import { actionsOf } from '../../files/actions.ts'
import { halts } from '../../files/each.ts'
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

/** What a job left. */
interface Left {
	told: readonly { what: string, failed: readonly Failed[] }[]
	/** Goes on with what may succeed another time; null: nothing may. */
	again: (() => Promise<void>) | null
}

// One for the whole app: jobs continue while other pages are open.
const jobs = ref<Job[]>([])
const left = shallowRef<Left | null>(null)

/** What is done with files one after the other, how far it is, and what of it could not be done. */
export function useJobs() {
	/** Says what was not done, and why, and of what that is not known; nothing where everything was done. */
	function report({ undone }: Pick<Words, 'undone'>, failed: readonly Failed[], again: Left['again'] = null): void {
		const unsure = failed.filter(({ error }) => isReason(error, 'unsure'))
		const not = failed.filter((one) => !unsure.includes(one))
		const told = [
			...unsure.length > 0 ? [{ what: n('reseau', 'Unknown whether this was done for %n item:', 'Unknown whether this was done for %n items:', unsure.length), failed: unsure }] : [],
			...not.length > 0 ? [{ what: undone(not.length), failed: not }] : [],
		]
		left.value = told.length > 0 ? { told, again } : null
	}

	return {
		jobs,
		left,
		report,
		/**
		 * Runs it for the entries the person may change; the others are reported as not done. `finish` gets all that is done, again
		 * after a retry that did more.
		 */
		async run(action: FileAction, entries: readonly Entry[], words: Words, work: (entries: readonly Entry[], under: Under) => Promise<Outcome>, finish: (done: readonly Entry[]) => void): Promise<void> {
			async function go(those: readonly Entry[], before: readonly Entry[], kept: readonly Failed[]): Promise<void> {
				const stopping = new AbortController()
				jobs.value.push({ label: words.label, behind: 0, total: those.length, stop: () => stopping.abort() })
				const job = jobs.value.at(-1)!
				left.value = null
				const release = holdPage()
				try {
					const tell = (behind: number) => {
						job.behind = behind
					}
					const { done, failed } = await work(those, { tell, signal: stopping.signal })
					const all = [...before, ...done]
					const passing = failed.filter(({ error }) => halts(error)).map(({ path }) => path)
					const lasting = [...kept, ...failed.filter(({ path }) => !passing.includes(path))]
					report(words, [...kept, ...failed], passing.length > 0 ? () => go(those.filter(({ path }) => passing.includes(path)), all, lasting) : null)
					if (done.length > 0) {
						finish(all)
					}
				} finally {
					jobs.value = jobs.value.filter((one) => one !== job)
					release()
				}
			}
			const may = entries.filter((entry) => actionsOf(entry).includes(action))
			await go(may, [], entries.filter((entry) => !may.includes(entry)).map(({ path }): Failed => ({ path, error: new ApiError(403, 'not_allowed') })))
		},
	}
}
