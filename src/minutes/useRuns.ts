/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'

import { computed, onScopeDispose, shallowReactive, toValue } from 'vue'

/** What an action of useAction() has in common. */
interface Running {
	running: { pending: Readonly<{ value: boolean }> }
}

/** What a run does with minutes. */
export type RunKind = 'making' | 'undoing'

const kept: Record<RunKind, Map<number, Running>> = { making: shallowReactive(new Map()), undoing: shallowReactive(new Map()) }

/** What this tab is doing with minutes, also after their page was left. */
export function runHere(id: number): RunKind | null {
	return (['making', 'undoing'] as const).find((kind) => kept[kind].get(id)?.running.pending.value) ?? null
}

/**
 * Runs by the id of their minutes, one of each per tab, whichever page shows it: leaving the page does not stop a run, and coming back shows it.
 *
 * @param kind what the runs do
 * @param begin a run that was not started
 */
export function keepRuns<Run extends Running>(kind: RunKind, begin: (id: number) => Run) {
	const runs = kept[kind] as Map<number, Run>

	/** The run of minutes, for a page; what is not running is forgotten with the page. */
	return function useRun(id: MaybeRefOrGetter<number>) {
		const run = computed(() => {
			const key = toValue(id)
			const found = runs.get(key) ?? begin(key)
			runs.set(key, found)
			return found
		})
		onScopeDispose(() => {
			for (const [key, { running }] of runs) {
				if (!running.pending.value) {
					runs.delete(key)
				}
			}
		})
		return run
	}
}
