/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupPlan } from '../../src/group/making/plan.ts'
import type { Ports } from '../../src/group/making/ports.ts'
import type { Fault } from '../../src/group/making/testing/faults.ts'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardPlan, STARTER_MODELS } from '../../src/board/models.ts'
import { makeGroup } from '../../src/group/making/run.ts'
import { faulty, TabClosed } from '../../src/group/making/testing/faults.ts'
import { optionsFor } from '../../src/group/making/testing/runs.ts'
import { World } from '../../src/group/making/testing/world.ts'
import { undoGroup } from '../../src/group/making/undo.ts'
import { LEVEL, TEAM_CONFIG } from '../../src/group/team.ts'
import { occ } from '../e2e/support/occ.ts'
import { become } from './browser.ts'

const deck = { ...await import('../../src/board/deck.ts'), ...await import('../../src/board/work/deck.ts') }
const folder = await import('../../src/group/folder.ts')
const teams = await import('../../src/group/teams.ts')

// The journal over the gateways as they are shipped and over Teams and Deck as they are; what our own server keeps is kept in memory.

const RUN = Date.now().toString(36)
const [ODILE, LINH, ADA] = ['odile', 'linh', 'ada'].map((name) => `zz-making-${name}-${RUN}`) as [string, string, string]

beforeAll(async () => {
	for (const uid of [ODILE, LINH, ADA]) {
		occ('user:add', '--password-from-env', `--display-name=${uid}`, uid)
	}
	await become(ODILE)
})

afterAll(async () => {
	for (const { id } of await teams.listMine()) {
		await teams.destroy(id)
	}
	for (const uid of [ODILE, LINH, ADA]) {
		occ('user:delete', uid)
	}
})

function groupPlan(title: string): GroupPlan {
	return {
		key: title,
		title,
		purpose: 'Rouvrir quelques rideaux baissés.',
		mandate: { mayAdvance: [], mustNot: [], with: [] },
		join: 'request',
		asked: [],
		team: { facilitators: [LINH], members: [ADA, 'zz-nobody'] },
		model: 'groupe-de-travail',
		board: boardPlan(STARTER_MODELS[0]!, {
			title,
			mandate: { mayAdvance: ['Recenser'], mustNot: [], with: [] },
			sections: [{ heading: 'Constats', items: ['Deux pareils', 'Deux pareils'] }, { heading: 'Pistes', items: ['Une piste'] }],
			followUps: ['Se revoir'],
		}),
		folder: { path: null },
		talk: false,
	}
}

/** The moment of the real clock, for what our server keeps. */
function newWorld(): World {
	const world = new World()
	world.clock = Date.now()
	return world
}

async function run(world: World, plan: GroupPlan, faults: ReadonlyMap<number, Fault> = new Map()) {
	const real: Ports = { ...world.ports(ODILE), deck, teams, folder }
	const { ports, sent, signal } = faulty(world, real, faults)
	try {
		return { outcome: await makeGroup(ports, { plan, groupId: null }, optionsFor(world, ODILE, signal)), sent }
	} catch (error) {
		if (error instanceof TabClosed) {
			return { outcome: null, sent }
		}
		throw error
	}
}

/** What Teams and Deck hold under this title, without ids. */
async function picture(title: string) {
	const rows = (await deck.listBoards()).filter((row) => row.title === title)
	const mine = (await teams.listMine()).filter(({ name }) => name.startsWith(title))
	return {
		teams: await Promise.all(mine.map(async ({ id }) => {
			const { config, description } = await teams.getTeam(id)
			return { config, description, members: (await teams.listMembers(id)).map(({ uid, level }) => `${uid} ${level}`).sort() }
		})),
		boards: await Promise.all(rows.map(async ({ id }) => {
			const { labels, acl, owner } = await deck.getBoard(id)
			return {
				owner,
				labels: labels.map(({ title, color }) => `${title} ${color.toUpperCase()}`).sort(),
				acl: acl.map(({ type, participant, edit, share, manage }) => ({ type, ours: mine.some((team) => team.id === participant), edit, share, manage })),
				stacks: (await deck.listStacks(id)).map(({ title, cards }) => ({
					title,
					cards: cards.map(({ title, description, labels }) => ({ title, description, labels: labels.map((label) => label.title) })),
				})),
			}
		})),
	}
}

describe('the making of a group', () => {
	it('creates the team and the board of the plan, and removes them', async () => {
		const world = newWorld()
		const plan = groupPlan('zz-making entier')
		const { outcome } = await run(world, plan)
		expect(outcome).toMatchObject({ end: 'done', steps: { members: { without: ['zz-nobody'] }, cards: { without: [] } } })
		expect(await picture(plan.title)).toEqual({
			teams: [{ config: TEAM_CONFIG.request, description: plan.purpose, members: [`${ODILE} ${LEVEL.owner}`, `${LINH} ${LEVEL.admin}`, `${ADA} ${LEVEL.member}`].sort() }],
			boards: [{
				owner: ODILE,
				labels: plan.board!.labels.map(({ title, color }) => `${title} ${color}`).sort(),
				acl: [{ type: 7, ours: true, edit: true, share: false, manage: false }],
				stacks: plan.board!.stacks.map(({ title, cards }) => ({ title, cards: cards.map(({ title, description, labels }) => ({ title, description, labels })) })),
			}],
		})
		const order = { groupId: outcome!.groupId!, title: plan.title, boardTitle: plan.title, expected: [LINH, ADA] }
		expect(await undoGroup({ ...world.ports(ODILE), deck, teams, folder }, order, optionsFor(world, ODILE))).toMatchObject({ end: 'undone', stays: [] })
		expect(await picture(plan.title)).toEqual({ teams: [], boards: [] })
	})

	it('creates nothing twice after a lost answer or a closed tab, and finds things without a saved id', async () => {
		const whole = await made('zz-making calme', [])
		const { sent } = await run(newWorld(), groupPlan('zz-making mesure'))
		const at = (name: string) => sent.indexOf(name)
		expect(await made('zz-making fermé a', [[at('teams.create'), 'closed']])).toEqual(whole)
		expect(await made('zz-making fermé b', [[at('deck.createBoard'), 'closed']])).toEqual(whole)
		expect(await made('zz-making perdu', sent.flatMap((_, call) => call % 5 === 2 ? [[call, call % 2 ? 'done500' : 'doneLost']] : []))).toEqual(whole)
		expect(await made('zz-making à moitié', [[at('deck.createCard') + 2, 'half500'], [at('deck.createCard') + 6, 'closed']])).toEqual(whole)
		expect(await made('zz-making refusé', [[at('deck.createStack'), 'refused'], [at('teams.setPreset'), 'doneLost']])).toEqual(whole)
	})

	/** What is there after a run with these faults and as many without as it takes. */
	async function made(title: string, faults: [number, Fault][]) {
		const world = newWorld()
		const plan = groupPlan(title)
		for (let runs = 0; runs < 4; runs++) {
			if ((await run(world, plan, new Map(runs === 0 ? faults : []))).outcome?.end === 'done') {
				const { teams, boards } = await picture(title)
				return { teams, boards: boards.map((board) => ({ ...board, labels: board.labels.length })) }
			}
			world.clock += 121_000
		}
		throw new Error(`${title} is never whole`)
	}
})
