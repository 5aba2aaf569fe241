/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ports } from './ports.ts'
import type { Order, Outcome, RunOptions } from './run.ts'
import type { Steps } from './steps.ts'

import { makeGroup } from './run.ts'
import { waitingSteps } from './steps.ts'

export interface OneOfSeveral {
	title: string
	groupId: number | null
	state: 'waiting' | 'running' | Outcome['end']
	reason: string | null
	steps: Steps
}

export interface Several {
	groups: OneOfSeveral[]
	/** Whether nothing is left to do. */
	done: boolean
	/** What ended it before the last group. */
	end: 'stopped' | 'interrupted' | null
	calls: number
}

export interface SeveralOptions extends Omit<RunOptions, 'tell' | 'anew' | 'without' | 'again'> {
	tell?: (groups: OneOfSeveral[]) => void
}

/**
 * Makes groups one after another. What fails in one is no matter for the others; what the person stops, or what lies between,
 * leaves the rest waiting. To resume is to call it again: a group that is open already costs three calls.
 */
export async function makeSeveral(ports: Ports, orders: readonly Order[], { tell, ...options }: SeveralOptions): Promise<Several> {
	let groups: OneOfSeveral[] = orders.map(({ plan, groupId }) => ({ title: plan.title, groupId, state: 'waiting', reason: null, steps: waitingSteps() }))
	let calls = 0
	let end: Several['end'] = null
	const set = (index: number, change: Partial<OneOfSeveral>) => {
		groups = groups.map((group, at) => at === index ? { ...group, ...change } : group)
		tell?.(groups)
	}
	for (const [index, order] of orders.entries()) {
		set(index, { state: 'running' })
		const outcome = await makeGroup(ports, order, { ...options, tell: (steps) => set(index, { steps }) })
		calls += outcome.calls
		set(index, { groupId: outcome.groupId, state: outcome.end, reason: outcome.reason, steps: outcome.steps })
		if (outcome.end === 'stopped' || outcome.end === 'interrupted') {
			end = outcome.end
			break
		}
	}
	return { groups, done: groups.every(({ state }) => state === 'done'), end, calls }
}

/** What a person who stopped or was interrupted wants to know: which groups are whole, which are begun, which wait. */
export function safety(groups: readonly OneOfSeveral[]): { whole: string[], begun: string[], waiting: string[] } {
	const titles = (fits: (group: OneOfSeveral) => boolean) => groups.filter(fits).map(({ title }) => title)
	return {
		whole: titles(({ state }) => state === 'done'),
		begun: titles(({ state, groupId }) => state !== 'done' && groupId !== null),
		waiting: titles(({ state, groupId }) => state !== 'done' && groupId === null),
	}
}
