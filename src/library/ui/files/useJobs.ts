/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileAction } from '../../files/actions.ts'
import type { BatchOptions, BatchResult, FailedEntry } from '../../files/forEachEntry.ts'
import type { Entry } from '../../files/model.ts'

import { ref, shallowRef } from 'vue'
import { ApiError, isReason } from '../../../api/apiError.ts'
import { n } from '../../../shared/l10n.ts'
import { actionsOf } from '../../files/actions.ts'
import { isFatal } from '../../files/forEachEntry.ts'
import { warnBeforeUnload } from './warnBeforeUnload.ts'

/** An action on several files. */
export interface Job {
	label: string
	done: number
	total: number
	stop: () => void
}

/** The name of a job, and the text for its failures. */
interface Words {
	label: string
	/** “2 were not moved:”. */
	undone: (count: number) => string
}

/** The result of a job. */
interface JobReport {
	failures: readonly { what: string, failed: readonly FailedEntry[] }[]
	/** Retries what may succeed; null: nothing may. */
	retry: (() => Promise<void>) | null
}

// One for the whole app: jobs continue while other pages are open.
const jobs = ref<Job[]>([])
const lastReport = shallowRef<JobReport | null>(null)

/** Actions on files one after the other, with progress and failures. */
export function useJobs() {
	/** Shows what was not done, and why, and what is uncertain; nothing if everything was done. */
	function report({ undone }: Pick<Words, 'undone'>, failed: readonly FailedEntry[], retry: JobReport['retry'] = null): void {
		const unsure = failed.filter(({ error }) => isReason(error, 'unsure'))
		const not = failed.filter((one) => !unsure.includes(one))
		const failures = [
			...unsure.length > 0 ? [{ what: n('reseau', 'Unknown whether this was done for %n item:', 'Unknown whether this was done for %n items:', unsure.length), failed: unsure }] : [],
			...not.length > 0 ? [{ what: undone(not.length), failed: not }] : [],
		]
		lastReport.value = failures.length > 0 ? { failures, retry } : null
	}

	return {
		jobs,
		lastReport,
		report,
		/**
		 * Runs it for the entries the person can change; the others are reported as not done. `finish` gets all that is done, again
		 * after a retry that did more.
		 */
		async run(action: FileAction, entries: readonly Entry[], words: Words, work: (entries: readonly Entry[], under: BatchOptions) => Promise<BatchResult>, finish: (done: readonly Entry[]) => void): Promise<void> {
			async function go(those: readonly Entry[], before: readonly Entry[], kept: readonly FailedEntry[]): Promise<void> {
				const stopping = new AbortController()
				jobs.value.push({ label: words.label, done: 0, total: those.length, stop: () => stopping.abort() })
				const job = jobs.value.at(-1)!
				lastReport.value = null
				const release = warnBeforeUnload()
				try {
					const onProgress = (behind: number) => {
						job.done = behind
					}
					const { done, failed } = await work(those, { onProgress, signal: stopping.signal })
					const all = [...before, ...done]
					const passing = failed.filter(({ error }) => isFatal(error)).map(({ path }) => path)
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
			await go(may, [], entries.filter((entry) => !may.includes(entry)).map(({ path }): FailedEntry => ({ path, error: new ApiError(403, 'not_allowed') })))
		},
	}
}
