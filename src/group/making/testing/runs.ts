/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupPlan } from '../plan.ts'
import type { GroupOrder, RunOptions, RunResult } from '../run.ts'
import type { Fault } from './faults.ts'
import type { World } from './world.ts'

import { makeGroup } from '../run.ts'
import { injected, TabClosed } from './faults.ts'

let runners = 0

/** What a browser gives a run. */
export function optionsFor(world: World, me: string, signal?: AbortSignal): RunOptions {
	return {
		me,
		runner: `runner${++runners}`,
		signal,
		now: () => world.clock,
		wait: async (ms) => {
			world.clock += ms
		},
	}
}

export interface Ran {
	/** null: the tab was closed. */
	outcome: RunResult | null
	sent: string[]
}

/** One run by one tab. */
export async function runOnce(world: World, me: string, order: GroupOrder, faults: ReadonlyMap<number, Fault> = new Map(), over: Partial<RunOptions> = {}): Promise<Ran> {
	const { ports, sent, signal } = injected(world, me, faults)
	try {
		return { outcome: await makeGroup(ports, order, { ...optionsFor(world, me, signal), ...over }), sent }
	} catch (error) {
		if (error instanceof TabClosed) {
			return { outcome: null, sent }
		}
		throw error
	}
}

/**
 * Runs with these faults, then resumes as a person would, until the group is whole.
 *
 * @return how many runs it took
 */
export async function runUntilDone(world: World, me: string, plan: GroupPlan, faults: ReadonlyMap<number, Fault>, between: (run: number) => void = () => {}): Promise<number> {
	const LEASE = 121_000
	for (let run = 1; run <= 6; run++) {
		const { outcome } = await runOnce(world, me, { plan, groupId: null }, run === 1 ? faults : new Map())
		if (outcome?.end === 'done') {
			return run
		}
		between(run)
		// Wait for a lease that was not released.
		if (outcome?.end !== 'stopped') {
			world.clock += LEASE
		}
	}
	throw new Error('never whole')
}
