/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Handout } from '../model.ts'
import type { Held } from './changes.ts'

import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useTermLabels } from '../../vocabulary/index.ts'
import { listHandouts } from '../queries.ts'
import { cardCells } from '../table/words.ts'
import { keyBase } from './changes.ts'
import { MOST_ROWS } from './model.ts'
import { batches } from './report.ts'

/** Maximum number of cards per answer, as on the server. */
const AT_ONCE = 100

interface HeldLoading {
	/** By keyBase(). */
	cards: ComputedRef<ReadonlyMap<string, Held>>
	loading: Readonly<Ref<boolean>>
	/** Why they could not be loaded. */
	error: Readonly<ShallowRef<unknown>>
	load: () => Promise<void>
}

/**
 * The cards of the rows of an exported table, as the viewer sees them now.
 *
 * @param ids their ids
 */
export function useHeld(ids: () => readonly number[]): HeldLoading {
	const labels = useTermLabels()
	const members: ShallowRef<readonly Handout[]> = shallowRef([])
	const cards = computed(() => new Map(members.value.flatMap((card): [string, Held][] => {
		const base = keyBase(card.key ?? '')
		return base === null ? [] : [[base, { card, cells: cardCells(card, labels.value) }]]
	})))
	const loading = ref(false)
	const error = shallowRef<unknown>(null)
	let running = new AbortController()
	onScopeDispose(() => running.abort())

	async function load(): Promise<void> {
		running.abort()
		const own = new AbortController()
		running = own
		error.value = null
		loading.value = true
		const found: Handout[] = []
		try {
			for (const some of batches(ids().slice(0, MOST_ROWS), AT_ONCE)) {
				found.push(...(await listHandouts({ ids: some }, own.signal)).members)
				own.signal.throwIfAborted()
			}
			members.value = found
		} catch (thrown) {
			if (!own.signal.aborted) {
				error.value = thrown
			}
		}
		if (running === own) {
			loading.value = false
		}
	}

	watch(() => ids().join(), load)

	return { cards, loading, error, load }
}
