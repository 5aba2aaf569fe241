/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Step } from './steps.ts'
import type { GroupRow } from './testing/world.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { leave } from '../leaving.ts'
import { Calls } from './calls.ts'
import { optionsFor, runOnce } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'
import { undoGroup } from './undo.ts'
import { previewUndo } from './undoPreview.ts'

/*
 * Stored by one, run by another: Odile, who facilitates the group too, has put ids of Romain's own things into the journal; Romain resumes or undoes the
 * creation, with his rights. Our server refuses most of these ids now (tests/php/Group/OwnThingsTest.php): here they are in the row, as an older version
 * stored them, or as things came to belong to Romain since.
 */

const plan = samplePlan({ title: 'Journal intime', team: { facilitators: [], members: ['odile'] } })
const THINGS = ['team', 'board', 'folder'] as const
type Thing = typeof THINGS[number]

let world: World
let group: GroupRow
let own: Record<Thing, string | number>

/** A whole group that Odile made, and things of Romain with the same names, of after the group began. */
beforeEach(async () => {
	world = new World()
	await runOnce(world, 'odile', { plan: { ...plan, team: { facilitators: ['romain'], members: [] } }, groupId: null })
	group = world.groups[0]!
	world.clock += 200_000
	const board = world.addBoard('romain', plan.board!.title)
	board.stacks.push({ id: world.id(), title: 'Privé', order: 0, isDone: false, lastModified: 0, cards: [] })
	own = { team: world.addTeam('romain', plan.title).id, board: board.id, folder: world.addFolder('/Prive', true).fileId }
})

/** Everything of Romain's. */
function belongings(): string {
	return JSON.stringify([world.teams.find(({ id }) => id === own.team), world.boards.find(({ id }) => id === own.board), world.folders.find(({ fileId }) => fileId === own.folder)])
}

/** Odile stores the id of something, and the step that makes a run work on it. */
function plant(things: readonly Thing[], step: Step | 'done', note: string | null, by: 'odile' | null): void {
	for (const thing of things) {
		Object.assign(group, { team: { teamId: own.team }, board: { boardId: own.board }, folder: { folderId: own.folder, folderPath: '/Prive' } }[thing])
		group.by[thing] = by
	}
	Object.assign(group, { step, note, maker: 'odile', lease: null })
}

const NOTES = ['', 'board:failed:server', 'cards:failed:server', 'sharing:failed:server sharing:skipped:no_team', 'folder:failed:server', 'team:failed:server members:failed:server', 'folder:skipped:no_team folder:done:space']
const SETS: readonly (readonly Thing[])[] = [['team'], ['board'], ['folder'], THINGS]
const STEPS = ['team', 'board', 'cards', 'sharing', 'folder', 'members', 'opening', 'done'] as const

describe.each(SETS.map((things) => [things.join(' and '), things] as const))('ids that another facilitator stored, of my own %s', (_, things) => {
	it.each(STEPS)('are of no use to a run that begins at “%s”', async (step) => {
		for (const note of NOTES) {
			for (const by of ['odile', null] as const) {
				for (const wishes of [{}, { recreate: THINGS }, { recreate: things, replace: things }]) {
					plant(things, step, note, by)
					const before = belongings()
					await runOnce(world, 'romain', { plan, groupId: group.id }, new Map(), { ...wishes, again: true })
					expect(belongings(), `${note} ${by} ${JSON.stringify(wishes)}`).toBe(before)
				}
			}
		}
	})

	it('are not undone', async () => {
		for (const step of STEPS) {
			plant(things, step, null, 'odile')
			const before = belongings()
			const asked = { ...world.ports('romain') }
			const seen = { people: 0, requests: 0, mine: null, making: { own: { run: false, team: false, board: false, folder: false } }, can: { edit: true }, teamId: group.teamId, boardId: group.boardId, folderId: group.folderId, folderPath: group.folderPath }
			const { goes } = await previewUndo(asked, new Calls(optionsFor(world, 'romain')), 'romain', seen as never)
			expect(goes.filter((thing) => things.includes(thing))).toEqual([])
			await undoGroup(world.ports('romain'), { groupId: group.id, title: plan.title, boardTitle: plan.board!.title, expected: ['odile'] }, optionsFor(world, 'romain'))
			expect(belongings()).toBe(before)
			if (!world.groups.includes(group)) {
				world.groups.push(group)
			}
			group.status = 'active'
			group.undoneFrom = null
		}
	})
})

it('an empty board and team of mine with the name of the group are not taken for those of a lost answer: I have not made this group', async () => {
	world.boards.find(({ id }) => id === own.board)!.stacks = []
	Object.assign(group, { teamId: null, boardId: null, folderId: null, folderPath: null, step: 'team', status: 'forming', creator: 'romain' })
	group.maker = null
	group.by = { team: null, board: null, folder: null }
	const before = belongings()
	await undoGroup(world.ports('romain'), { groupId: group.id, title: plan.title, boardTitle: plan.board!.title, expected: [] }, optionsFor(world, 'romain'))
	expect(belongings()).toBe(before)
})

it('leaves a whole group as it is where I only ask for what is missing', async () => {
	const [before, ids] = [world.picture(), [group.teamId, group.boardId, group.folderId]]
	const { outcome } = await runOnce(world, 'romain', { plan, groupId: group.id }, new Map(), { recreate: THINGS, again: true })
	expect(outcome).toMatchObject({ end: 'done', steps: { board: { state: 'done' }, folder: { state: 'done' } } })
	expect([group.teamId, group.boardId, group.folderId]).toEqual(ids)
	expect({ ...world.picture(), groups: null, teams: null }).toEqual({ ...before, groups: null, teams: null })
})

it('says that another account created the board, and makes another one if I want it', async () => {
	plant(['board'], 'done', 'sharing:failed:server', 'odile')
	const { outcome } = await runOnce(world, 'romain', { plan, groupId: group.id }, new Map(), { again: true })
	expect(outcome!.steps.sharing).toEqual({ state: 'failed', reason: 'not_mine', maybeDone: false })
	world.clock += 200_000
	const again = await runOnce(world, 'romain', { plan, groupId: group.id }, new Map(), { recreate: ['board'], replace: ['board'], again: true })
	expect(again.outcome).toMatchObject({ end: 'done', boardId: expect.any(Number) })
	expect(again.outcome!.boardId).not.toBe(own.board)
	expect(world.boards.find(({ id }) => id === again.outcome!.boardId)).toMatchObject({ owner: 'romain', acl: [{ participant: group.teamId }] })
})

it('a person who takes over a group that is not open yet creates what it needs again', async () => {
	world.groups = []
	await runOnce(world, 'odile', { plan, groupId: null }, new Map([[20, 'closed']]))
	group = world.groups[0]!
	world.clock += 200_000
	const theirs = structuredClone(world.boards.find(({ id }) => id === group.boardId))
	// Odile does not facilitate it any more.
	group.maker = null
	const { outcome } = await runOnce(world, 'romain', { plan: { ...plan, team: { facilitators: [], members: [] } }, groupId: group.id })
	expect(world.boards.find(({ id }) => id === theirs!.id)).toEqual(theirs)
	expect(world.boards.find(({ id }) => id === group.boardId)?.owner).toBe('romain')
	expect(outcome!.steps.cards).toMatchObject({ state: 'done' })
})

it('a person who leaves hands over no board that is not shared with the team of the group', async () => {
	const calls: string[] = []
	const board = { owner: 'romain', acl: [] as { id: number, type: number, participant: string }[] }
	const leaving = { uid: 'romain', note: '', successor: null, boardTo: 'odile', boardId: 7, madeBoard: false, teamId: 'team', cards: {} }
	const ports = new Proxy({}, { get: (_, name) => async () => {
		calls.push(String(name))
		return { getBoard: board, listStacks: [], leaveTeam: null }[name as 'getBoard']
	} })
	await leave(leaving, ports as never, new Set())
	expect(calls).not.toContain('transferOwner')
	board.acl = [{ id: 1, type: 7, participant: 'team' }]
	await leave(leaving, ports as never, new Set())
	expect(calls).toContain('transferOwner')
})
