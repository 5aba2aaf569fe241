/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Fault } from './testing/faults.ts'
import type { FolderState } from './testing/world.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { FAULTS, injected, TabClosed } from './testing/faults.ts'
import { optionsFor, runOnce } from './testing/runs.ts'
import { samplePlan } from './testing/sample.ts'
import { World } from './testing/world.ts'
import { undoGroup } from './undo.ts'

// Teams whose folder is deleted with them. A group with only its creator, as minutes create it.

const plan = samplePlan({ team: { facilitators: [], members: [] } })
const order = { plan, groupId: null }
const path = `/${plan.title}`
const UNLINKED = { thing: 'folder', why: 'unlinked', name: plan.title }

let world: World
beforeEach(() => {
	world = newWorld()
})

function newWorld(): World {
	const made = new World()
	made.teamSpaces = true
	return made
}

const empty = newWorld().picture()
const space = (of = world): FolderState | undefined => of.folders.find((folder) => folder.path === path)

async function undo(of = world, faults: ReadonlyMap<number, Fault> = new Map(), groupId = of.groups[0]!.id, after?: (call: number) => void) {
	const { ports, sent, signal } = injected(of, 'romain', faults, after)
	try {
		return { undoing: await undoGroup(ports, { groupId, title: plan.title, boardTitle: plan.board!.title, expected: ['nadege'] }, optionsFor(of, 'romain', signal)), sent }
	} catch (error) {
		if (error instanceof TabClosed) {
			return { undoing: null, sent }
		}
		throw error
	}
}

/** How a full space comes about. */
const FILLED: [string, (of: World) => void][] = [
	['a file is in it', (of) => space(of)!.empty = false],
	['a file of it is in the bin', (of) => space(of)!.thrown = true],
	['somebody else may put something in', (of) => of.teams[0]!.members.push(of.member('nadege', 1))],
	['it does not show among the files', (of) => space(of)!.unseen = true],
]

describe('making', () => {
	it('says who owns the folder, also later', async () => {
		const { outcome } = await runOnce(world, 'romain', order)
		expect(outcome!.steps.folder).toEqual({ state: 'done', without: [], as: 'space' })
		expect(outcome!.folderId).toBe(space()!.fileId)
		const again = await runOnce(world, 'romain', order)
		expect(again.outcome!.steps.folder).toEqual({ state: 'done', without: [], as: 'space' })
		expect(again.sent).toEqual(['groups.create', 'groups.lease', 'groups.release'])
		expect((await runOnce(world, 'romain', order, new Map(), { again: true })).outcome!.steps.folder).toEqual({ state: 'done', without: [], as: 'space' })
	})

	it('does not need a library', async () => {
		const { outcome } = await runOnce(world, 'romain', { plan: { ...plan, folder: { path: null, reason: 'no_library' } }, groupId: null })
		expect(outcome).toMatchObject({ end: 'done', steps: { folder: { as: 'space' } }, folderId: space()!.fileId })
	})

	it('keeps the existing folder of a group, and says that the team has another', async () => {
		world.teamSpaces = false
		await runOnce(world, 'romain', order)
		const own = world.groups[0]!.folderPath
		world.addSpace(world.teams[0]!)
		const note = world.groups[0]!
		note.note = 'folder:skipped:not_shared'
		const { outcome } = await runOnce(world, 'romain', order, new Map(), { again: true })
		expect(outcome!.steps.folder).toEqual({ state: 'done', without: [], as: 'beside' })
		expect(world.groups[0]!.folderPath).toBe(own)
	})

	it('waits for a folder that does not appear yet', async () => {
		await runOnce(world, 'romain', order, new Map<number, Fault>([[4, 'closed']]))
		space()!.unseen = true
		world.clock += 121_000
		expect((await runOnce(world, 'romain', order)).outcome).toMatchObject({ end: 'incomplete', steps: { folder: { state: 'failed', reason: 'unseen' } } })
		space()!.unseen = false
		expect((await runOnce(world, 'romain', order)).outcome).toMatchObject({ end: 'done', steps: { folder: { as: 'space' } } })
	})

	it('drops an empty folder that was made while there was no team', async () => {
		const { sent } = await runOnce(newWorld(), 'romain', order)
		const { outcome } = await runOnce(world, 'romain', order, new Map<number, Fault>([[sent.indexOf('teams.create'), 'refused']]))
		expect(outcome).toMatchObject({ end: 'incomplete', steps: { team: { state: 'failed' }, folder: { state: 'skipped', reason: 'no_team' } } })
		expect((await runOnce(world, 'romain', order)).outcome).toMatchObject({ end: 'done', steps: { folder: { as: 'space' } } })
		expect(world.folders.map((folder) => folder.path)).toEqual(['/Bibliothèque', path])
	})

	it('uses the folder of a team that is made again', async () => {
		await runOnce(world, 'romain', order)
		await world.ports('romain').teams.destroy(world.teams[0]!.id)
		expect((await runOnce(world, 'romain', order, new Map(), { recreate: ['team'] })).outcome).toMatchObject({ end: 'done', steps: { folder: { as: 'space' } } })
		expect(world.groups[0]!.folderId).toBe(space()!.fileId)
	})
})

describe('undoing', () => {
	it('deletes an empty space with its team', async () => {
		await runOnce(world, 'romain', order)
		expect((await undo()).undoing).toMatchObject({ end: 'undone', stays: [] })
		expect(world.picture()).toEqual(empty)
	})

	it.each(FILLED)('keeps the space if %s, and says so', async (_, fill) => {
		await runOnce(world, 'romain', order)
		fill(world)
		const { undoing } = await undo()
		expect(undoing).toMatchObject({ end: 'undone', stays: [{ thing: 'folder', why: 'unlinked' }] })
		expect(world.teams).toEqual([])
		expect(world.folders[1]).toMatchObject({ of: null })
	})

	it.each(FAULTS)('loses no file after “%s” at any call, and says where they are in the end', async (fault) => {
		await runOnce(world, 'romain', order)
		space()!.empty = false
		const { sent } = await undo()
		expect(sent).toContain('teams.unlinkSpace')
		for (let call = 0; call < sent.length; call++) {
			const at = `${fault} at ${call} ${sent[call]}`
			const again = newWorld()
			await runOnce(again, 'romain', order)
			space(again)!.empty = false
			const groupId = again.groups[0]!.id
			let last = await undo(again, new Map([[call, fault]]), groupId)
			const kept = [...last.undoing?.stays ?? []]
			for (let run = 0; run < 5 && last.undoing?.end !== 'undone'; run++) {
				again.clock += 121_000
				last = await undo(again, new Map(), groupId)
				kept.push(...last.undoing?.stays ?? [])
			}
			// If the tab was closed when only the group itself was left to delete, nothing more is reported.
			if (call <= sent.lastIndexOf('groups.save')) {
				expect(kept.map(({ why, name }) => ({ why, name })), at).toContainEqual({ why: 'unlinked', name: plan.title })
			}
			expect(last.undoing?.end, at).toBe('undone')
			expect(again.folders, at).toMatchObject([{ path: '/Bibliothèque' }, { path, empty: false, of: null }])
			expect(again.teams, at).toEqual([])
			expect(again.strikes, at).toBe(0)
		}
	})

	it('deletes no team whose folder cannot be kept safe', async () => {
		await runOnce(world, 'romain', order)
		space()!.empty = false
		const { sent } = await undo()
		for (const call of ['teams.getSpace', 'teams.unlinkSpace']) {
			const again = newWorld()
			await runOnce(again, 'romain', order)
			space(again)!.empty = false
			const { undoing } = await undo(again, new Map([[sent.indexOf(call), 'refused']]))
			expect(undoing, call).toMatchObject({ end: 'incomplete', stays: expect.arrayContaining([{ thing: 'team', why: 'unsafe' }]) })
			expect(again.teams, call).toHaveLength(1)
			expect(space(again), call).toMatchObject({ empty: false, of: again.teams[0]!.id })
		}
	})

	it('sees a file that was added while the answer was lost', async () => {
		await runOnce(world, 'romain', order)
		const { sent } = await undo()
		const again = newWorld()
		await runOnce(again, 'romain', order)
		const destroy = sent.indexOf('teams.destroy')
		const { undoing } = await undo(again, new Map([[destroy, 'lost']]), again.groups[0]!.id, (call) => {
			if (call === destroy + 1) {
				space(again)!.empty = false
			}
		})
		expect(undoing).toMatchObject({ end: 'undone', stays: [UNLINKED] })
		expect(space(again)).toMatchObject({ empty: false, of: null })
	})

	it('leaves a folder of its own besides the space to its own rule', async () => {
		world.teamSpaces = false
		await runOnce(world, 'romain', order)
		world.addSpace(world.teams[0]!).empty = false
		expect((await undo()).undoing).toMatchObject({ end: 'undone', stays: [UNLINKED] })
		expect(world.folders).toMatchObject([{ path: '/Bibliothèque' }, { path, of: null }])
	})

	it('leaves the space of a team that another person owns', async () => {
		await runOnce(world, 'romain', order)
		world.teams[0]!.members = [world.member('romain', 8), world.member('nadege', 9)]
		expect((await undo()).undoing).toMatchObject({ end: 'undone', stays: [{ thing: 'team', why: 'not_owner' }, { thing: 'folder', why: 'of_team' }] })
		expect(space()).toMatchObject({ of: world.teams[0]!.id })
	})
})
