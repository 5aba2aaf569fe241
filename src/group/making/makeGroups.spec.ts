/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupRun } from './makeGroups.ts'
import type { Fault } from './testing/faults.ts'

import { expect, it } from 'vitest'
import { makeGroups } from './makeGroups.ts'
import { minimumCalls } from './plan.ts'
import { injected, TabClosed } from './testing/faults.ts'
import { optionsFor } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'

const plans = Array.from({ length: 10 }, (_, index) => samplePlan({ title: `Groupe n° ${index + 1}` }))
const orders = plans.map((plan) => ({ plan, groupId: null }))

async function run(world: World, faults: ReadonlyMap<number, Fault> = new Map(), onProgress?: (groups: GroupRun[]) => void) {
	const { ports, sent, signal } = injected(world, 'romain', faults)
	try {
		return { several: await makeGroups(ports, orders, { ...optionsFor(world, 'romain', signal), onProgress }), sent }
	} catch (error) {
		if (error instanceof TabClosed) {
			return { several: null, sent }
		}
		throw error
	}
}

const fine = new World()
const { several: undisturbed, sent } = await run(fine)
const whole = fine.picture()

it('ten groups are made one after another, with few calls', () => {
	expect(undisturbed).toMatchObject({ done: true, end: null, calls: sent.length })
	expect(whole).toMatchObject({ groups: { length: 10 }, teams: { length: 10 }, boards: { length: 10 }, folders: { length: 11 } })
	expect(undisturbed!.calls / plans.reduce((sum, plan) => sum + minimumCalls(plan), 0)).toBeLessThanOrEqual(1.3)
})

it('after a stop some are done and one is begun, and the run can be resumed', async () => {
	const world = new World()
	const { several } = await run(world, new Map<number, Fault>([[Math.floor(sent.length * 0.35), 'stop']]))
	expect(several).toMatchObject({ done: false, end: 'stopped' })
	const { groups } = several!
	expect(groups.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'stopped', ...plans.slice(4).map(() => 'waiting')])
	expect(groups.map(({ groupId }) => groupId !== null)).toEqual(groups.map(({ state }) => state !== 'waiting'))
	expect((await run(world)).several).toMatchObject({ done: true })
	expect(world.picture()).toEqual(whole)
})

it('a refusal in one group does not affect the others', async () => {
	const world = new World()
	const { several } = await run(world, new Map<number, Fault>([[sent.indexOf('deck.createBoard'), 'refused']]))
	expect(several!.groups.map(({ state }) => state)).toEqual(['incomplete', ...Array.from({ length: 9 }, () => 'done')])
	expect((await run(world)).several).toMatchObject({ done: true })
	expect(world.picture()).toEqual(whole)
})

it('without a network the rest waits', async () => {
	const world = new World()
	const { several } = await run(world, new Map<number, Fault>([[60, 'lost'], [61, 'lost'], [62, 'lost'], [63, 'lost'], [64, 'lost']]))
	expect(several).toMatchObject({ end: 'interrupted', groups: { 1: { state: 'interrupted', reason: 'offline' }, 2: { state: 'waiting' } } })
	world.clock += 121_000
	await run(world)
	expect(world.picture()).toEqual(whole)
})

it('with a fault at any call, ten groups are made once', async () => {
	for (let call = 0; call < sent.length; call += 7) {
		for (const fault of ['doneLost', 'closed', 'refused'] as const) {
			const world = new World()
			await run(world, new Map([[call, fault]]))
			world.clock += 121_000
			expect((await run(world)).several?.done, `${fault} at ${call}`).toBe(true)
			expect(world.picture(), `${fault} at ${call}`).toEqual(whole)
		}
	}
})

it('the progress names the current group', async () => {
	const running: string[] = []
	await run(new World(), new Map(), (groups) => running.push(...groups.filter(({ state }) => state === 'running').map(({ title }) => title)))
	expect([...new Set(running)]).toEqual(plans.map(({ title }) => title))
})
