/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Criteria } from '../../criteria.ts'
import type { Handout, Handouts } from '../../model.ts'

import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { askedOf } from '../../criteria.ts'
import { membersOf } from '../../paging.ts'
import { listHandouts } from '../../queries.ts'

/** Maximum number of people in a print: nobody would read a longer one. */
export const MOST_PRINTED = 500
/** People per answer. */
const PAGE = 50

/** All people who meet criteria, or the selected people. */
export type Asked = { criteria: Criteria } | { ids: readonly number[] }

interface Gathering {
	members: ComputedRef<Handout[]>
	/** Total number; null if unknown. */
	expected: ComputedRef<number | null>
	/** Whether there are more people than will be loaded. */
	cut: ComputedRef<boolean>
	/** The search; undefined before it is known. */
	how: ComputedRef<Pick<Handouts, 'near' | 'corrected'> | undefined>
	loading: Readonly<Ref<boolean>>
	/** Everything is loaded. */
	complete: ComputedRef<boolean>
	error: Readonly<ShallowRef<unknown>>
	/** Starts over; without an argument, resumes where it stopped or failed. Returns whether everything is loaded in the end. */
	gather: (asked?: Asked) => Promise<boolean>
	stop: () => void
}

/**
 * Loads cards page by page; it can be stopped and resumed.
 *
 * @param most maximum number
 */
export function useHandouts(most = Infinity): Gathering {
	const pages = shallowRef<Handouts[]>([])
	const loading = ref(false)
	const error = shallowRef<unknown>(null)
	const asked = shallowRef<Asked>({ ids: [] })
	let running: AbortController | null = null

	const members = computed(() => membersOf(pages.value).slice(0, most))
	const last = computed(() => pages.value.at(-1))
	/** Total number, if counted; null before it is known. */
	const total = computed(() => 'ids' in asked.value
		? asked.value.ids.length
		: last.value ? last.value.more ? Infinity : last.value.total : null)
	const expected = computed(() => {
		const count = total.value === null ? Infinity : Math.min(total.value, most)
		return Number.isFinite(count) ? count : null
	})
	const cut = computed(() => total.value !== null && total.value > most)
	const ended = computed(() => last.value !== undefined && ('ids' in asked.value
		? pages.value.length * PAGE >= asked.value.ids.length
		: last.value.next === null))
	const complete = computed(() => ended.value || members.value.length >= most)

	function next(signal: AbortSignal): Promise<Handouts> {
		const came = pages.value.length
		if ('ids' in asked.value) {
			return listHandouts({ ids: asked.value.ids.slice(came * PAGE, (came + 1) * PAGE) }, signal)
		}
		const cursor = last.value?.next
		return listHandouts({ ...askedOf(asked.value.criteria), limit: PAGE, ...cursor ? { cursor } : {} }, signal)
	}

	async function gather(what?: Asked): Promise<boolean> {
		stop()
		if (what) {
			asked.value = what
			pages.value = []
		}
		const own = new AbortController()
		running = own
		loading.value = true
		error.value = null
		try {
			while (!complete.value) {
				const page = await next(own.signal)
				own.signal.throwIfAborted()
				pages.value = [...pages.value, page]
			}
		} catch (thrown) {
			if (!own.signal.aborted) {
				error.value = thrown
			}
		}
		if (running === own) {
			running = null
			loading.value = false
		}
		return complete.value && !own.signal.aborted
	}

	function stop(): void {
		running?.abort()
		running = null
		loading.value = false
	}
	onScopeDispose(stop)

	return { members, expected, cut, how: computed(() => pages.value[0]), loading, complete, error, gather, stop }
}
