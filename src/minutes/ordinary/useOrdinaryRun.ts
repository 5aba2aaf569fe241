/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'
import type { OrdinaryPlan } from './model.ts'
import type { Left } from './ports.ts'

import { onScopeDispose, ref, shallowRef } from 'vue'
import { ApiError } from '../../api/apiError.ts'
import { RunEnded } from '../../group/making/index.ts'
import { useAction } from '../../shared/composables/useAction.ts'
import { useOrdinaryActions } from './queries.ts'

/** Creates the content of minutes in their group, and undoes it; both can be stopped and resumed. */
export function useOrdinaryRun(group: MaybeRefOrGetter<{ id: number, boardId: number | null, folderId: number | null }>, id: number) {
	const actions = useOrdinaryActions(group)
	const plan = shallowRef<OrdinaryPlan | null>(null)
	const left = shallowRef<readonly Left[]>([])
	const stopped = ref(false)
	let controller = new AbortController()
	onScopeDispose(() => controller.abort())

	const action = (work: 'make' | 'undo') => useAction(async (): Promise<boolean> => {
		controller = new AbortController()
		stopped.value = false
		left.value = []
		try {
			left.value = await actions[work](id, controller.signal, (now) => {
				plan.value = now
			})
			return true
		} catch (error) {
			if (!(error instanceof RunEnded)) {
				throw error
			}
			stopped.value = error.end === 'stopped'
			if (!stopped.value) {
				throw new ApiError(0, error.reason, { cause: error })
			}
			return false
		}
	})

	return { making: action('make'), undoing: action('undo'), plan, left, stopped, stop: () => controller.abort() }
}
