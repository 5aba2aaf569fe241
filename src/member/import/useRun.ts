/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref, ShallowRef } from 'vue'
import type { Answers } from './answers.ts'
import type { Mapping } from './mapping.ts'
import type { CheckedRow, Import, ImportedRow, SentRow } from './model.ts'
import type { Composed } from './rows.ts'

import { onScopeDispose, ref, shallowRef } from 'vue'
import { useAction } from '../../shared/composables/useAction.ts'
import { useImportActions } from './queries.ts'

/** The current phase: checking or importing. */
export type Stage = 'idle' | 'checking' | 'checked' | 'importing' | 'imported'

interface Job {
	hash: string
	mapping: Mapping
	answers: Answers
}

/** Sends rows in batches, first to check, then to import; can be stopped, and resumes where it stopped. */
export function useRun() {
	const actions = useImportActions()
	const stage: Ref<Stage> = ref('idle')
	/** The file as it was read for the check. */
	const rows: ShallowRef<readonly Composed[]> = shallowRef([])
	const checked: ShallowRef<ReadonlyMap<number, CheckedRow>> = shallowRef(new Map())
	const imported: ShallowRef<readonly ImportedRow[]> = shallowRef([])
	const journal: ShallowRef<Import | null> = shallowRef(null)
	const stopped = ref(false)
	/** Numbers of rows that were not sent: they had been corrected, and the corrections are lost. */
	const unsent: ShallowRef<readonly number[]> = shallowRef([])
	let controller = new AbortController()
	onScopeDispose(() => controller.abort())

	const asking = useAction(async () => {
		const { signal } = begin()
		try {
			await actions.check(sent(rows.value.filter(({ position }) => !checked.value.has(position)), []), signal, (answers) => {
				checked.value = new Map([...checked.value, ...answers.map((row) => [row.position, row] as const)])
			})
		} catch (error) {
			if (signal.aborted) {
				return
			}
			throw error
		}
		stage.value = 'checked'
	})

	const importing = useAction(async ({ hash, mapping, answers }: Job, gone: readonly number[]) => {
		const { signal } = begin()
		const begun = await actions.start({ hash, total: rows.value.length, mapping: JSON.stringify(mapping), answers: JSON.stringify(answers) })
		journal.value = begun.import
		imported.value = begun.rows
		const done = new Set(begun.rows.map(({ position }) => position))
		unsent.value = [...unsent.value, ...gone.filter((position) => !done.has(position))]
		rows.value = rows.value.filter(({ position }) => !unsent.value.includes(position))
		await actions.run(begun.import.id, sent(rows.value.filter(({ position }) => !done.has(position)), answers.anyway), signal, (answer) => {
			journal.value = answer.import
			imported.value = [...imported.value, ...answer.rows]
		})
		if (imported.value.length >= rows.value.length) {
			stage.value = 'imported'
		}
	})

	function begin(): AbortController {
		controller = new AbortController()
		stopped.value = false
		return controller
	}

	/** Checks what would happen to these rows. */
	async function check(composed: readonly Composed[]): Promise<void> {
		reset()
		rows.value = composed
		stage.value = 'checking'
		await asking.run()
	}

	/** Sets the rows after a correction; nothing is sent. */
	function change(composed: readonly Composed[]): void {
		rows.value = composed
	}

	/** Checks one row again, with the person's changes. */
	const again = useAction(async (row: Composed, anyway: boolean) => {
		const { signal } = controller
		try {
			await actions.check(sent([row], anyway ? [row.position] : []), signal, (answers) => {
				checked.value = new Map([...checked.value, ...answers.map((answer) => [answer.position, answer] as const)])
			})
		} catch (error) {
			if (!signal.aborted) {
				throw error
			}
		}
	})

	/**
	 * Imports the rows.
	 *
	 * @param job what is stored with the import
	 * @param composed the rows; without them, the checked ones
	 * @param gone numbers of rows that are sent only if they were before
	 */
	async function start(job: Job, composed = rows.value, gone: readonly number[] = []): Promise<void> {
		rows.value = composed
		stage.value = 'importing'
		await importing.run(job, gone)
	}

	/** Sent requests are answered, nothing more is sent. */
	function stop(): void {
		stopped.value = true
		controller.abort()
	}

	function reset(): void {
		controller.abort()
		stage.value = 'idle'
		stopped.value = false
		rows.value = []
		checked.value = new Map()
		imported.value = []
		journal.value = null
		unsent.value = []
		again.clear()
		asking.clear()
		importing.clear()
	}

	return { stage, rows, checked, imported, journal, stopped, unsent, asking, importing, again, change, check, start, stop, reset }
}

function sent(rows: readonly Composed[], anyway: readonly number[]): SentRow[] {
	return rows.map(({ position, row }) => ({ position, row, ...anyway.includes(position) && { anyway: true } }))
}
