/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupPlan } from './plan.ts'
import type { Ports } from './ports.ts'
import type { Steps } from './steps.ts'
import type { Fault } from './testing/faults.ts'

import { describe, expect, it } from 'vitest'
import { boardPlan, STARTER_MODELS } from '../../board/models.ts'
import { makeGroup } from './run.ts'
import { FAULTS, injected, OTHER_FAULTS, TabClosed } from './testing/faults.ts'
import { optionsFor, runOnce } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'
import { undoGroup } from './undo.ts'

/*
 * What a run sends, waits and reports, undisturbed and after each fault at each call: tests/fixtures/making. A change here is a change of
 * what servers get and people read; `npx vitest run src/group/making -u` records it.
 */

const { title, mandate } = samplePlan()
/** As few cards as show every call. */
const plan: GroupPlan = samplePlan({
	board: boardPlan(STARTER_MODELS[0]!, { title, mandate, sections: [{ heading: 'Constats', items: ['Constat'] }], followUps: ['Revoir la liste'] }),
})
const expected = ['nadege', 'maelle']
const EVERY_FAULT: readonly Fault[] = [...FAULTS, ...OTHER_FAULTS]

const fileOf = (name: string) => `../../../tests/fixtures/making/${name}.txt`

/** The environments of a run: an ordinary network, one where older things have the same names, one where teams have folders. */
const WORLDS = {
	ordinary: () => new World(),
	older: () => {
		const world = new World()
		world.addTeam('romain', title)
		world.addBoard('romain', title)
		world.addFolder(`/Bibliothèque/${title}`, false)
		world.clock += 3_600_000
		return world
	},
	spaces: () => Object.assign(new World(), { teamSpaces: true }),
}

/** The calls in their order, with repeated ones counted. */
function calls(names: readonly string[], most = Infinity): string {
	const runs: [string, number][] = []
	for (const name of names) {
		if (runs.at(-1)?.[0] === name) {
			runs.at(-1)![1]++
		} else {
			runs.push([name, 1])
		}
	}
	return runs.slice(0, most).map(([name, times]) => times > 1 ? `${name} ×${times}` : name).join(', ') + (runs.length > most ? ` … ${names.length} calls` : '')
}

/** Steps that are not done; of those that wait only the first. */
function unsettled(steps: Steps): string[] {
	const first = Object.keys(steps).find((step) => steps[step as keyof Steps].state === 'waiting')
	return Object.entries(steps).flatMap(([step, { state, ...rest }]) => state === 'done' || (state === 'waiting' && step !== first) ? [] : [[step, state, ...Object.values(rest)].join(' ')])
}

interface Made {
	end: string
	sent: string[]
	waits: number[]
}

async function make(world: World, faults: ReadonlyMap<number, Fault> = new Map()): Promise<Made> {
	const waits: number[] = []
	const { outcome, sent } = await runOnce(world, 'romain', { plan, groupId: world.groups[0]?.id ?? null }, faults, {
		runner: 'runner',
		wait: async (ms) => {
			waits.push(ms)
			world.clock += ms
		},
	})
	return { end: outcome ? [outcome.end, outcome.reason, ...unsettled(outcome.steps)].filter(Boolean).join(', ') : 'closed', sent, waits }
}

async function undo(world: World, faults: ReadonlyMap<number, Fault> = new Map()): Promise<Made> {
	const { ports, sent, signal } = injected(world, 'romain', faults)
	const waits: number[] = []
	const options = {
		...optionsFor(world, 'romain', signal),
		runner: 'runner',
		wait: async (ms: number) => {
			waits.push(ms)
			world.clock += ms
		},
	}
	try {
		const { end, reason, stays } = await undoGroup(ports, { groupId: world.groups[0]!.id, title, boardTitle: plan.board!.title, expected }, options)
		return { end: [end, reason, ...stays.map(({ thing, why, name = '' }) => `${thing} ${why} ${name}`.trim())].filter(Boolean).join(', '), sent, waits }
	} catch (error) {
		if (!(error instanceof TabClosed)) {
			throw error
		}
		return { end: 'closed', sent, waits }
	}
}

/** One line for each fault at each call, once and, where that ends in another way, three times, with how the next run ends. */
async function afterFaults(begin: () => Promise<World>, run: (world: World, faults?: ReadonlyMap<number, Fault>) => Promise<Made>): Promise<string> {
	const { sent } = await run(await begin())
	const lines: string[] = []
	for (const [call, name] of sent.entries()) {
		lines.push(`${call} ${name}`)
		for (const fault of EVERY_FAULT) {
			let once = ''
			for (const times of [1, 3]) {
				const world = await begin()
				const made = await run(world, new Map(Array.from({ length: times }, (_, i) => [call + i, fault])))
				const waited = made.waits.length > 0 ? `; waits ${made.waits.join(' ')}` : ''
				const ended = `${made.end}${waited}; ${calls(made.sent.slice(call + 1), 5)}`
				if (ended === once) {
					continue
				}
				once = ended
				lines.push(`\t${fault}${times > 1 ? ` ×${times}` : ''}: ${ended}`)
				if (world.groups.length > 0 && !/^(done|undone)/.test(made.end)) {
					world.clock += 121_000
					const next = await run(world)
					lines.push(`\t\t${next.end}; ${calls(next.sent, 8)}`)
				}
			}
		}
	}
	return `${lines.join('\n')}\n`
}

/** Ports that record every call with its arguments. */
function written(ports: Ports, lines: string[]): Ports {
	return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, new Proxy(port as object, {
		get: (target, key) => async (...args: unknown[]) => {
			lines.push(`${name}.${String(key)} ${args.map((value) => JSON.stringify(value)).join(' ')}`)
			return (Reflect.get(target, key) as (...args: unknown[]) => Promise<unknown>)(...args)
		},
	})])) as unknown as Ports
}

describe.each(Object.entries(WORLDS))('in a network that is %s', (name, world) => {
	it('an undisturbed run sends this, and reports this on the way', async () => {
		const [at, lines] = [world(), [] as string[]]
		const before = at.clock
		const { steps, ...result } = await makeGroup(written(at.ports('romain'), lines), { plan, groupId: null }, {
			...optionsFor(at, 'romain'),
			runner: 'runner',
			onProgress: (now) => lines.push(`\t${unsettled(now).join(', ')}`),
		})
		lines.push(JSON.stringify(result), JSON.stringify(steps), `${at.clock - before} ms`)
		await undoGroup(written(at.ports('romain'), lines), { groupId: result.groupId!, title, boardTitle: plan.board!.title, expected }, { ...optionsFor(at, 'romain'), runner: 'runner' })
		await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(fileOf(`${name}-undisturbed`))
	})
})

describe.each([['ordinary', WORLDS.ordinary], ['spaces', WORLDS.spaces]] as const)('in a network that is %s', (name, world) => {
	it('a run goes on like this after each fault', async () => {
		await expect(await afterFaults(async () => world(), make)).toMatchFileSnapshot(fileOf(`${name}-faults`))
	})

	it('undoing goes on like this after each fault', async () => {
		const made = async () => {
			const at = world()
			await make(at)
			return at
		}
		await expect(await afterFaults(made, undo)).toMatchFileSnapshot(fileOf(`${name}-undo-faults`))
	})
})
