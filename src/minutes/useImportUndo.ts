/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'
import type { Router } from 'vue-router'
import type { KeptItem, UndoPreview } from '../group/making/index.ts'

import { computed, onScopeDispose, ref, shallowRef, toValue } from 'vue'
import { useRouter } from 'vue-router'
import { ApiError } from '../api/apiError.ts'
import { staySentence, useMaking } from '../group/making/index.ts'
import { useAction } from '../shared/composables/useAction.ts'
import { useUndo } from '../shared/composables/useUndo.ts'
import { t } from '../shared/l10n.ts'
import { draftActions } from './draft/queries.ts'
import { useMinutesActions } from './queries.ts'
import { parsePlan } from './review/parsePlan.ts'
import { useReview } from './useReview.ts'
import { keepRuns } from './useRuns.ts'

/** A group with things that are not undone. */
export interface LeftGroup {
	id: number
	title: string
	stays: KeptItem[]
}

/** A group, with the preview of its undo. */
export interface Forecast extends UndoPreview {
	id: number
	title: string
}

/** What a run needs of the page that starts it. */
interface Means {
	actions: ReturnType<typeof useMinutesActions>
	making: ReturnType<typeof useMaking>
	router: Router
}

const useRun = keepRuns('undoing', beginRun)

/** Undoing minutes. */
function beginRun(id: number) {
	const { show } = useUndo()
	const { minutes: inTab, close } = useReview()
	const done = ref(0)
	const total = ref(0)
	const left = shallowRef<readonly LeftGroup[]>([])
	const stopped = ref(false)
	/** Whether it waits for a run of the same account on another page. */
	const held = ref(false)
	let controller = new AbortController()

	const running = useAction(async ({ actions, making, router }: Means) => {
		controller = new AbortController()
		stopped.value = false
		held.value = false
		done.value = 0
		left.value = []
		const current = await actions.get(id)
		const plan = parsePlan(current.plan)
		total.value = current.groups.length
		const draft = (await draftActions.list()).find(({ minutes }) => minutes === id)
		if (current.state !== 'undoing') {
			await actions.save(id, { version: current.version, state: 'undoing' })
		}
		if (inTab.value === id) {
			close()
		}
		let whole = true
		try {
			for (const group of current.groups) {
				if (controller.signal.aborted) {
					stopped.value = true
					return
				}
				const planned = plan?.groups.find(({ position }) => position === group.position)
				const { stays, ended } = await undo(making, { groupId: group.id, title: planned?.title ?? group.title, boardTitle: planned?.board?.title ?? null, expected: [] })
				if (stays.length > 0) {
					left.value = [...left.value, { id: group.id, title: group.title, stays }]
				}
				whole &&= ended
				done.value++
			}
			const { groups, version } = await actions.get(id)
			if (groups.length === 0) {
				await actions.delete(id)
				await leave(router, draft?.id ?? null)
			} else if (whole && !stopped.value) {
				await actions.save(id, { version, state: 'undone' })
			}
		} finally {
			actions.refresh()
		}
	})

	/** What stays of a group and why, and whether another run could not undo more. */
	async function undo(making: Means['making'], order: Parameters<Means['making']['undo']>[0]): Promise<{ stays: KeptItem[], ended: boolean }> {
		try {
			const { end, reason, stays } = await making.undo(order, controller.signal, (is) => {
				held.value = is
			})
			if (end === 'stopped') {
				stopped.value = true
			}
			return { stays: stays.length > 0 || end === 'undone' ? stays : [{ thing: 'group', why: reason ?? end }], ended: end === 'undone' || end === 'kept' || reason === 'not_yours' }
		} catch (error) {
			if (error instanceof ApiError) {
				return { stays: [{ thing: 'group', why: error.reason }], ended: error.reason === 'not_yours' }
			}
			throw error
		}
	}

	/** All of it is undone: who is still on its page is back in the review, with their corrections. */
	async function leave(router: Router, draft: number | null): Promise<void> {
		if (router.currentRoute.value.path === `/minutes/${id}`) {
			await router.push(draft === null ? '/minutes' : `/minutes/review?draft=${draft}`)
		}
		show(left.value.length > 0
			? t('reseau', 'Everything was undone, except: {what}', { what: left.value.map(({ title, stays }) => `${title} (${stays.map(staySentence).join(' ')})`).join(' · ') })
			: t('reseau', 'Everything created from these minutes was undone.'))
	}

	return { running, done, total, left, stopped, held, stop: () => controller.abort() }
}

/**
 * Undoes everything created from minutes: first the invitations nobody has answered, then each group with its board, team and folder. It goes on when the page
 * is left; the draft with its corrections stays.
 */
export function useImportUndo(id: MaybeRefOrGetter<number>) {
	const means = { actions: useMinutesActions(), making: useMaking(), router: useRouter() }
	const run = useRun(id)
	const leaving = new AbortController()
	onScopeDispose(() => leaving.abort())

	/** What undoing would delete of each group, and what stays; in the order of the text. */
	const forecast = shallowRef<readonly Forecast[]>([])
	const looking = useAction(async () => {
		forecast.value = []
		for (const group of (await means.actions.get(toValue(id))).groups) {
			forecast.value = [...forecast.value, { id: group.id, title: group.title, ...await means.making.preview(group.id, leaving.signal) }]
		}
	})

	return {
		looking,
		forecast,
		undoing: {
			run: () => run.value.running.run(means),
			pending: computed(() => run.value.running.pending.value),
			error: computed(() => run.value.running.error.value),
		},
		done: computed(() => run.value.done.value),
		total: computed(() => run.value.total.value),
		left: computed(() => run.value.left.value),
		stopped: computed(() => run.value.stopped.value),
		held: computed(() => run.value.held.value),
		stop: () => run.value.stop(),
	}
}
