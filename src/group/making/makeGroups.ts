/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ports } from './ports.ts'
import type { GroupOrder, RunOptions, RunResult } from './run.ts'
import type { Steps } from './steps.ts'

import { makeGroup } from './run.ts'
import { waitingSteps } from './steps.ts'

export interface GroupRun {
	title: string
	groupId: number | null
	state: 'waiting' | 'running' | RunResult['end']
	reason: string | null
	steps: Steps
}

export interface GroupsRun {
	groups: GroupRun[]
	/** Whether nothing is left to do. */
	done: boolean
	/** What ended it before the last group. */
	end: 'stopped' | 'interrupted' | null
	calls: number
}

export interface GroupsRunOptions extends Omit<RunOptions, 'onProgress' | 'recreate' | 'replace' | 'without' | 'again'> {
	onProgress?: (groups: GroupRun[]) => void
}

/**
 * Creates groups one after another. A failure in one does not affect the others; a stop or an interruption leaves the rest
 * waiting. To resume, call it again: a group that is complete already costs three calls.
 */
export async function makeGroups(ports: Ports, orders: readonly GroupOrder[], { onProgress, ...options }: GroupsRunOptions): Promise<GroupsRun> {
	let groups: GroupRun[] = orders.map(({ plan, groupId }) => ({ title: plan.title, groupId, state: 'waiting', reason: null, steps: waitingSteps() }))
	let calls = 0
	let end: GroupsRun['end'] = null
	const set = (index: number, change: Partial<GroupRun>) => {
		groups = groups.map((group, at) => at === index ? { ...group, ...change } : group)
		onProgress?.(groups)
	}
	for (const [index, order] of orders.entries()) {
		set(index, { state: 'running' })
		const outcome = await makeGroup(ports, order, { ...options, onProgress: (steps) => set(index, { steps }) })
		calls += outcome.calls
		set(index, { groupId: outcome.groupId, state: outcome.end, reason: outcome.reason, steps: outcome.steps })
		if (outcome.end === 'stopped' || outcome.end === 'interrupted') {
			end = outcome.end
			break
		}
	}
	return { groups, done: groups.every(({ state }) => state === 'done'), end, calls }
}
