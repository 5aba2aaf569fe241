/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Fault } from './testing/faults.ts'
import type { UndoOptions, UndoRequest } from './undo.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { FAULTS, injected, TabClosed } from './testing/faults.ts'
import { optionsFor, runOnce } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'
import { undoGroup } from './undo.ts'

const plan = samplePlan()
const order = { plan, groupId: null }
const empty = new World().picture()

let world: World
beforeEach(() => {
	world = new World()
})

async function undo(of = world, faults: ReadonlyMap<number, Fault> = new Map(), groupId = of.groups[0]!.id, over: Partial<UndoOptions> = {}) {
	const { ports, sent, signal } = injected(of, 'romain', faults)
	const undone: UndoRequest = { groupId, title: plan.title, boardTitle: plan.board!.title, expected: ['nadege', 'maelle'] }
	try {
		return { undoing: await undoGroup(ports, undone, { ...optionsFor(of, 'romain', signal), ...over }), sent }
	} catch (error) {
		if (error instanceof TabClosed) {
			return { undoing: null, sent }
		}
		throw error
	}
}

async function undoUntilGone(of: World, faults: ReadonlyMap<number, Fault>) {
	const groupId = of.groups[0]!.id
	for (let run = 0; run < 6; run++) {
		const { undoing } = await undo(of, run === 0 ? faults : new Map(), groupId)
		if (undoing?.end === 'undone') {
			return
		}
		of.clock += 121_000
	}
	throw new Error('never undone')
}

describe('undoing', () => {
	it('leaves nothing of an open group; Deck keeps the board for its owner', async () => {
		await runOnce(world, 'romain', order)
		expect((await undo()).undoing).toMatchObject({ end: 'undone', stays: [] })
		expect(world.picture()).toEqual(empty)
		expect(world.boards).toMatchObject([{ deleted: true }])
	})

	it('of a making interrupted anywhere also finds things without a saved id', async () => {
		const { sent } = await runOnce(new World(), 'romain', order)
		for (let call = 0; call < sent.length; call++) {
			for (const fault of ['closed', 'closedBefore', 'stop'] as const) {
				const broken = new World()
				await runOnce(broken, 'romain', order, new Map([[call, fault]]))
				broken.clock += 121_000
				if (broken.groups.length > 0) {
					await undoUntilGone(broken, new Map())
				}
				// A folder whose id was not saved is not known to be the group's; it is empty, and the next group of that name uses it.
				broken.folders = broken.folders.filter(({ path, empty }) => path === '/Bibliothèque' || !empty)
				expect(broken.picture(), `${fault} at ${call} ${sent[call]}`).toEqual(empty)
				expect(broken.strikes).toBe(0)
			}
		}
	})

	it.each(FAULTS)('can be run again after “%s” at any call', async (fault) => {
		await runOnce(world, 'romain', order)
		const { sent } = await undo()
		for (let call = 0; call < sent.length; call++) {
			const again = new World()
			await runOnce(again, 'romain', order)
			await undoUntilGone(again, new Map([[call, fault]]))
			expect(again.picture(), `${fault} at ${call} ${sent[call]}`).toEqual(empty)
			expect(again.strikes).toBe(0)
		}
	})

	it.each([
		['has joined the team', () => void world.teams[0]!.members.push(world.member('odile', 1))],
		['asks in Teams to come in', () => void world.teams[0]!.members.push(world.member('odile', 0))],
		['has no account, and has accepted', () => void (world.groups[0]!.others = 1)],
	])('changes nothing once another person %s', async (_, comeIn) => {
		await runOnce(world, 'romain', order)
		comeIn()
		const before = world.picture()
		expect((await undo()).undoing).toEqual({
			end: 'kept',
			reason: null,
			stays: [{ thing: 'group', why: 'joined' }],
			calls: expect.any(Number),
		})
		expect(world.picture()).toEqual(before)
		expect(world.groups[0]!.lease).toBeNull()
	})

	it('keeps the group if a person accepts while it is being undone', async () => {
		await runOnce(world, 'romain', order)
		const { ports, signal } = injected(world, 'romain', new Map(), () => {
			world.groups[0]!.others = world.teams.length === 0 ? 1 : 0
		})
		const undone = { groupId: world.groups[0]!.id, title: plan.title, boardTitle: plan.board!.title, expected: ['nadege', 'maelle'] }
		expect(await undoGroup(ports, undone, optionsFor(world, 'romain', signal))).toMatchObject({ end: 'kept', stays: [{ thing: 'group', why: 'joined' }] })
		expect(world.groups).toHaveLength(1)
		expect(world.groups[0]!.status).toBe('active')
	})

	it('keeps the group if a person joins the team while it is being undone', async () => {
		await runOnce(world, 'romain', order)
		const { ports, signal } = injected(world, 'romain', new Map(), () => {
			if (world.boards[0]!.deleted && world.teams[0]!.members.every(({ uid }) => uid !== 'odile')) {
				world.teams[0]!.members.push(world.member('odile', 1))
			}
		})
		const undone = { groupId: world.groups[0]!.id, title: plan.title, boardTitle: plan.board!.title, expected: ['nadege', 'maelle'] }
		expect(await undoGroup(ports, undone, optionsFor(world, 'romain', signal))).toMatchObject({ end: 'kept', stays: [{ thing: 'group', why: 'joined' }] })
		expect(world.groups).toMatchObject([{ status: 'active', lease: null }])
		expect(world.teams).toHaveLength(1)
	})

	it('lets nobody join before anything is deleted', async () => {
		await runOnce(world, 'romain', order)
		const statuses: string[] = []
		const { ports, sent, signal } = injected(world, 'romain', new Map(), () => void statuses.push(world.groups[0]?.status ?? 'gone'))
		const undone = { groupId: world.groups[0]!.id, title: plan.title, boardTitle: plan.board!.title, expected: ['nadege', 'maelle'] }
		await undoGroup(ports, undone, optionsFor(world, 'romain', signal))
		expect(sent[0]).toBe('groups.beginUndo')
		expect(new Set(statuses)).toEqual(new Set(['closed', 'gone']))
	})

	it.each([
		['was made by another person', 'changed', () => void world.work.set(world.boards[0]!.stacks[0]!.cards[0]!.id, { writers: ['odile'] })],
		['is archived, and was written by another person', 'changed', () => {
			const card = world.boards[0]!.stacks[0]!.cards[0]!
			card.archived = true
			world.work.set(card.id, { writers: ['romain', 'odile'] })
		}],
		['has a comment or a file', 'written_on', () => void world.work.set(world.boards[0]!.stacks[0]!.cards[0]!.id, { attached: 1 })],
	])('leaves a board with a card that %s', async (_, why, change) => {
		await runOnce(world, 'romain', order)
		change()
		expect((await undo()).undoing).toMatchObject({ end: 'undone', stays: [{ thing: 'board', why }] })
		expect(world.picture()).toMatchObject({ groups: [], teams: [], boards: { length: 1 } })
	})

	it('leaves a board that is shared with a person', async () => {
		await runOnce(world, 'romain', order)
		world.boards[0]!.acl.push({ id: 1, type: 0, participant: 'odile', edit: false, share: false, manage: false })
		expect((await undo()).undoing).toMatchObject({ end: 'undone', stays: [{ thing: 'board', why: 'shared' }] })
	})

	it('leaves a folder in use, and things of other owners', async () => {
		await runOnce(world, 'romain', order)
		world.folders[1]!.empty = false
		world.boards[0]!.owner = 'nadege'
		world.teams[0]!.members = world.teams[0]!.members.map((member) => ({ ...member, level: { romain: 8, nadege: 9 }[member.uid] ?? 1 }))
		expect((await undo()).undoing).toMatchObject({
			end: 'undone',
			stays: [{ thing: 'board', why: 'not_owner' }, { thing: 'team', why: 'not_owner' }, { thing: 'folder', why: 'not_empty' }],
		})
		expect(world.picture()).toMatchObject({ groups: [], teams: { length: 1 }, boards: { length: 1 }, folders: { length: 2 } })
	})

	it('counts deleted things as undone, and works without Teams and Deck', async () => {
		await runOnce(world, 'romain', order)
		await world.ports('romain').teams.destroy(world.teams[0]!.id)
		await world.ports('romain').deck.deleteBoard(world.boards[0]!.id)
		world.folders.splice(1)
		expect((await undo()).undoing).toMatchObject({ end: 'undone', stays: [] })

		world = new World()
		world.apps.clear()
		await runOnce(world, 'romain', order, new Map<number, Fault>([[4, 'closed']]))
		world.clock += 121_000
		expect((await undo()).undoing).toMatchObject({ end: 'undone', stays: [] })
		expect(world.picture().groups).toEqual([])
	})

	it('does not start while someone else is making the group', async () => {
		await runOnce(world, 'romain', order)
		await world.ports('nadege').groups.lease(world.groups[0]!.id, 'other')
		expect((await undo()).undoing).toMatchObject({ end: 'being_made', stays: [] })
		expect(world.boards).toHaveLength(1)
	})

	it('waits for a run of its own account that ended without a word, and says so', async () => {
		await runOnce(world, 'romain', order, new Map<number, Fault>([[9, 'closed']]))
		const held: boolean[] = []
		expect((await undo(world, new Map(), undefined, { onHeld: (is) => held.push(is) })).undoing).toMatchObject({ end: 'undone', stays: [] })
		expect([held[0], held.at(-1)]).toEqual([true, false])
		expect(world.picture()).toMatchObject({ groups: [], teams: [], boards: [] })
	})

	it('keeps the group if something could not be undone', async () => {
		await runOnce(world, 'romain', order)
		world.apps.delete('deck')
		expect((await undo()).undoing).toMatchObject({ end: 'incomplete', stays: [{ thing: 'board', why: 'absent' }] })
		expect(world.groups).toHaveLength(1)
	})
})
