/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupOrder, RunOptions, RunResult } from './run.ts'
import type { Steps } from './steps.ts'

import { onScopeDispose, shallowRef } from 'vue'
import { useAction } from '../../shared/composables/useAction.ts'
import { useMaking } from './queries.ts'

/** The creation of one group, for its page; leaving the page stops it after the current call. */
export function useMakingRun() {
	const making = useMaking()
	/** Of the current or the last run; null before the first. */
	const steps = shallowRef<Steps | null>(null)
	const outcome = shallowRef<RunResult | null>(null)
	let controller = new AbortController()
	onScopeDispose(() => controller.abort())

	const running = useAction(async (order: GroupOrder, wishes: Pick<RunOptions, 'recreate' | 'replace' | 'without' | 'again'> = {}) => {
		controller = new AbortController()
		outcome.value = null
		outcome.value = await making.one(order, controller.signal, (progress) => {
			steps.value = progress
		}, wishes)
	})

	return { steps, outcome, running, stop: () => controller.abort() }
}
