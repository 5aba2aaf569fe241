/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'
import type { KeptItem, UndoPreview } from '../group/making/index.ts'

import { onScopeDispose, ref, shallowRef, toValue } from 'vue'
import { useRouter } from 'vue-router'
import { ApiError } from '../api/apiError.ts'
import { staySentence, useMaking } from '../group/making/index.ts'
import { useAction } from '../shared/composables/useAction.ts'
import { useUndo } from '../shared/composables/useUndo.ts'
import { t } from '../shared/l10n.ts'
import { useMinutesActions } from './queries.ts'
import { parsePlan } from './review/parsePlan.ts'
import { useReview } from './useReview.ts'

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

/** Undoes everything created from minutes: first the invitations nobody has answered, then each group with its board, team and folder. */
export function useImportUndo(id: MaybeRefOrGetter<number>) {
	const actions = useMinutesActions()
	const making = useMaking()
	const router = useRouter()
	const { show } = useUndo()
	const { minutes: inTab, close } = useReview()
	const done = ref(0)
	const total = ref(0)
	const left = shallowRef<readonly LeftGroup[]>([])
	const stopped = ref(false)
	let controller = new AbortController()
	const leaving = new AbortController()
	onScopeDispose(() => {
		controller.abort()
		leaving.abort()
	})

	/** What undoing would delete of each group, and what stays; in the order of the text. */
	const forecast = shallowRef<readonly Forecast[]>([])
	const looking = useAction(async () => {
		forecast.value = []
		for (const group of (await actions.get(toValue(id))).groups) {
			forecast.value = [...forecast.value, { id: group.id, title: group.title, ...await making.preview(group.id, leaving.signal) }]
		}
	})

	const undoing = useAction(async () => {
		controller = new AbortController()
		stopped.value = false
		done.value = 0
		left.value = []
		const current = await actions.get(toValue(id))
		const plan = parsePlan(current.plan)
		total.value = current.groups.length
		if (current.state !== 'undone') {
			await actions.save(toValue(id), { version: current.version, state: 'undone' })
		}
		if (inTab.value === toValue(id)) {
			close()
		}
		try {
			for (const group of current.groups) {
				if (controller.signal.aborted) {
					stopped.value = true
					return
				}
				const planned = plan?.groups.find(({ position }) => position === group.position)
				const stays = await undo({ groupId: group.id, title: planned?.title ?? group.title, boardTitle: planned?.board?.title ?? null, expected: [] })
				if (stays.length > 0) {
					left.value = [...left.value, { id: group.id, title: group.title, stays }]
				}
				done.value++
			}
			const { groups } = await actions.get(toValue(id))
			if (groups.length === 0) {
				await actions.delete(toValue(id))
				show(left.value.length > 0
					? t('reseau', 'Everything was undone, except: {what}', { what: left.value.map(({ title, stays }) => `${title} (${stays.map(staySentence).join(' ')})`).join(' · ') })
					: t('reseau', 'Everything created from these minutes was undone.'))
				await router.push('/minutes')
			}
		} finally {
			actions.refresh()
		}
	})

	/** What stays of a group, and why. */
	async function undo(order: Parameters<typeof making.undo>[0]): Promise<KeptItem[]> {
		try {
			const { end, reason, stays } = await making.undo(order, controller.signal)
			if (end === 'stopped') {
				stopped.value = true
			}
			return stays.length > 0 || end === 'undone' ? stays : [{ thing: 'group', why: reason ?? end }]
		} catch (error) {
			if (error instanceof ApiError) {
				return [{ thing: 'group', why: error.reason }]
			}
			throw error
		}
	}

	return { looking, forecast, undoing, done, total, left, stopped, stop: () => controller.abort() }
}
