/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { MaybeRefOrGetter } from 'vue'
import type { Group } from '../group/index.ts'
import type { GroupRun, MakingOrder } from '../group/making/index.ts'
import type { PlannedGroup } from './review/plan.ts'

import { computed, ref, shallowRef } from 'vue'
import { folderOf, useMaking } from '../group/making/index.ts'
import { useSession } from '../settings/index.ts'
import { useAction } from '../shared/composables/useAction.ts'
import { useMinutes, useMinutesActions } from './queries.ts'
import { parsePlan } from './review/parsePlan.ts'
import { keepRuns } from './useRuns.ts'

/** What a run needs of the page that starts it. */
interface Means {
	actions: ReturnType<typeof useMinutesActions>
	making: ReturnType<typeof useMaking>
	library: string
}

const useRun = keepRuns('making', beginRun)

/** The creation of the content of minutes. */
function beginRun(id: number) {
	const stage = ref<'idle' | 'groups' | 'making'>('idle')
	/** State of the current or last run, in the order of `orders`. */
	const groups = shallowRef<readonly GroupRun[]>([])
	const done = ref(0)
	const stopped = ref(false)
	let controller = new AbortController()

	/** The row of every group; an existing one is found again. */
	async function makeRows(planned: readonly PlannedGroup[], { making }: Means): Promise<Group[]> {
		const rows: Group[] = []
		stage.value = 'groups'
		for (const { position, title, mandate, model } of planned) {
			if (controller.signal.aborted) {
				break
			}
			rows.push(await making.create({ title, mandate, model, key: `minutes-${id}-${position}`, minutes: { id, position } }))
			done.value = rows.length
		}
		return rows
	}

	const running = useAction(async (means: Means) => {
		const { actions, making, library } = means
		controller = new AbortController()
		stopped.value = false
		done.value = 0
		const current = await actions.get(id)
		const planned = parsePlan(current.plan)
		if (!planned) {
			return
		}
		if (current.state !== 'making') {
			await actions.save(id, { version: current.version, state: 'making' })
		}
		try {
			const rows = await makeRows(planned.groups, means)
			if (rows.length < planned.groups.length) {
				return
			}
			if (controller.signal.aborted) {
				return
			}
			stage.value = 'making'
			const orders = rows.flatMap((row, index): MakingOrder[] => {
				const { position, title, mandate, model, board } = planned.groups[index]!
				return row.status === 'closed'
					? []
					: [{
							groupId: row.id,
							plan: {
								key: `minutes-${id}-${position}`,
								title,
								purpose: '',
								mandate,
								join: row.join,
								minutes: { id, position },
								asked: [],
								team: { facilitators: [], members: [] },
								model,
								board,
								folder: folderOf(title, library),
								talk: false,
							},
						}]
			})
			const several = await making.make(orders, controller.signal, (progress) => {
				groups.value = progress
			})
			groups.value = several.groups
			const { version } = await actions.get(id)
			if (several.done) {
				await actions.save(id, { version, state: 'made' })
			}
		} finally {
			stage.value = 'idle'
			stopped.value = controller.signal.aborted
			actions.refresh()
		}
	})

	return { stage, groups, done, stopped, running, stop: () => controller.abort() }
}

/**
 * Creates the content of confirmed minutes: first the rows of all groups, then teams, boards and folders. It goes on when the page is left, can be stopped and
 * resumed, and creates nothing twice. It invites nobody: that is a separate action (ask/useInviting.ts).
 */
export function useImportRun(id: MaybeRefOrGetter<number>) {
	const query = useMinutes(id)
	const { library } = useSession()
	const means = { actions: useMinutesActions(), making: useMaking(), library }
	const run = useRun(id)

	const minutes = computed(() => query.data.value)
	const plan = computed(() => minutes.value ? parsePlan(minutes.value.plan) : null)

	return {
		...query,
		minutes,
		plan,
		stage: computed(() => run.value.stage.value),
		groups: computed(() => run.value.groups.value),
		done: computed(() => run.value.done.value),
		stopped: computed(() => run.value.stopped.value),
		running: {
			run: () => run.value.running.run(means),
			pending: computed(() => run.value.running.pending.value),
			error: computed(() => run.value.running.error.value),
		},
		/** Sent requests are answered, nothing more is sent. */
		stop: () => run.value.stop(),
	}
}
