/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ports } from '../ports.ts'
import type { World } from './world.ts'

import { refusal } from './refusal.ts'

/**
 * What can happen to a call.
 * - lost: it never arrives
 * - done500, doneLost: it does its work, then the server fails or the answer is lost
 * - half500: does its work, then the server fails, and a card has come without its labels
 * - refused: 403, nothing done
 * - throttled: 429, nothing done
 * - stop: the person stops while it is under way
 * - closed, closedBefore: the tab is closed after or before it, and the state of the run is lost
 */
export const FAULTS = ['lost', 'done500', 'doneLost', 'half500', 'refused', 'throttled', 'stop', 'closed', 'closedBefore'] as const
/**
 * What makes a run end or go another way, so that it is not whole after being resumed.
 * - login, being_made (by another account), absent: refused, nothing done
 * - slept: the machine sleeps before it until the lease is over
 */
export const OTHER_FAULTS = ['login', 'being_made', 'absent', 'slept'] as const
export type Fault = typeof FAULTS[number] | typeof OTHER_FAULTS[number]

const REFUSALS: Partial<Record<Fault, [number, string]>> = {
	lost: [0, 'offline'],
	refused: [403, 'not_allowed'],
	throttled: [429, 'too_many_requests'],
	login: [401, 'login'],
	being_made: [409, 'being_made'],
	absent: [404, 'absent'],
}

/** The run is gone as if it had never been. */
export class TabClosed extends Error {}

export interface Injected {
	ports: Ports
	/** Names of all calls so far, such as `deck.createCard`. */
	sent: string[]
	signal: AbortSignal
}

/**
 * Ports with faults at given calls, numbered from 0; a call takes 40 ms.
 *
 * @param world whose clock advances
 * @param real the ports that do the work
 * @param faults what happens at which call
 * @param after other changes to the world before the run gets the answer
 */
export function faulty(world: Pick<World, 'clock'>, real: Ports, faults: ReadonlyMap<number, Fault> = new Map(), after: (call: number) => Promise<void> | void = () => {}): Injected {
	const sent: string[] = []
	const controller = new AbortController()
	let closed = false
	const wrap = <T extends object>(name: string, port: T): T => new Proxy(port, {
		get: (target, key) => async (...args: unknown[]) => {
			if (closed) {
				throw new TabClosed()
			}
			const number = sent.length
			const fault = faults.get(number)
			sent.push(`${name}.${String(key)}`)
			world.clock += 40
			const refused = fault && REFUSALS[fault]
			if (refused) {
				throw refusal(...refused)
			}
			const call = () => (Reflect.get(target, key) as (...args: unknown[]) => Promise<unknown>)(...args)
			switch (fault) {
				case 'slept':
					world.clock += 120_000
					break
				case 'closedBefore':
					closed = true
					throw new TabClosed()
				case 'half500':
					if (key === 'createCard') {
						await (target as Ports['deck']).createCard({ ...args[0] as Parameters<Ports['deck']['createCard']>[0], labels: [] })
						throw refusal(500, 'server')
					}
			}
			const answer = await call()
			await after(number)
			switch (fault) {
				case 'done500':
				case 'half500':
					throw refusal(500, 'server')
				case 'doneLost':
					throw refusal(0, 'offline')
				case 'stop':
					controller.abort()
					break
				case 'closed':
					closed = true
					throw new TabClosed()
			}
			return answer
		},
	})
	return {
		ports: { groups: wrap('groups', real.groups), teams: wrap('teams', real.teams), deck: wrap('deck', real.deck), folder: wrap('folder', real.folder) },
		sent,
		signal: controller.signal,
	}
}

/** Faults on the ports of an account of a world in memory. */
export function injected(world: World, uid: string, faults?: ReadonlyMap<number, Fault>, after?: (call: number) => Promise<void> | void): Injected {
	return faulty(world, world.ports(uid), faults, after)
}
