/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../../api/apiError.ts'
import { RunEnded } from '../../group/making/calls.ts'
import { makeOrdinary } from './make.ts'
import { PLAN, World } from './testing/world.ts'
import { undoOrdinary } from './undo.ts'
import { leftSentence } from './words.ts'

let world: World
beforeEach(() => {
	world = new World()
})

const make = (of = world) => makeOrdinary(of.ports(), of.brought(), of.options())
const undo = (of = world) => undoOrdinary(of.ports(), of.brought(), of.options())

/** Runs again until it is through, as a person would. */
async function untilDone(of: World, work: (of: World) => Promise<unknown>): Promise<void> {
	for (let run = 0; run < 5; run++) {
		try {
			await work(of)
			return
		} catch (error) {
			expect(error instanceof RunEnded || error instanceof ApiError || (error as Error).message === 'closed').toBe(true)
			of.fault = null
		}
	}
	throw new Error('never done')
}

const MADE = {
	cards: [['Décisions', [], null], ['Le devis', ['paul'], '2026-03-20']],
	meetings: [['2026-04-09', '18:30', 'foyer']],
	files: ['/G/CR.md'],
	sheets: 1,
}
const UNMADE = { cards: [], meetings: [] as string[][], files: [], sheets: 0 }

describe('bringing minutes into a group', () => {
	it('makes cards, meeting and file, and keeps the text nowhere else', async () => {
		expect(await make()).toEqual([])
		expect(world.picture()).toEqual(MADE)
		expect(world.row).toMatchObject({ state: 'made' })
		expect(world.plan().file).toMatchObject({ text: '', made: { id: `n${world.files.get('/G/CR.md')!.id}`, sheet: 2 } })
		expect(world.plan().meeting).toMatchObject({ made: { id: `n${world.meetings[0]!.id}`, version: 'n1' } })
	})

	it.each(['lost', 'doneLost', 'stop', 'closed'] as const)('makes nothing twice after “%s” at any call', async (kind) => {
		await make()
		const total = world.calls
		for (let at = 0; at < total; at++) {
			const again = new World()
			again.fault = { at, kind }
			await untilDone(again, make)
			expect(again.picture(), `${kind} at ${at}`).toEqual(MADE)
			expect(again.meetings, `${kind} at ${at}`).toHaveLength(1)
		}
	})

	it('leaves out the meeting where only people of the group write it', async () => {
		world.refuses = 'outside_group'
		expect(await make()).toEqual([{ thing: 'meeting', name: '', why: 'outside_group' }])
		expect(world.picture()).toEqual({ ...MADE, meetings: [] })
	})

	it.each(['group_closed', 'enough_meetings', 'bad_day'])('says that the meeting could not be planned (%s), and is done', async (reason) => {
		world.refuses = reason
		const [left] = await make()
		expect(left).toEqual({ thing: 'meeting', name: '', why: reason })
		expect(leftSentence(left!)).toBe('The next meeting: could not be planned. Plan it on the page of the group.')
		expect(world.row).toMatchObject({ state: 'made' })
	})

	it('says what is left out', async () => {
		world.board = false
		world.hasFolder = false
		expect(await make()).toEqual([
			{ thing: 'file', name: 'CR.md', why: 'no_folder' },
			{ thing: 'card', name: 'Décisions', why: 'no_board' },
			{ thing: 'card', name: 'Le devis', why: 'no_board' },
		])
		expect(world.picture()).toEqual({ ...UNMADE, meetings: MADE.meetings })
	})

	it('creates a card whose person does not have access to the board', async () => {
		world.row!.plan = JSON.stringify({ ...PLAN, cards: [{ ...PLAN.cards[1], member: 9 }] })
		expect(await make()).toEqual([{ thing: 'card', name: 'Le devis', why: 'not_assigned' }])
		expect(world.stack.cards).toHaveLength(1)
	})

	it('gives the file another name where its own is taken', async () => {
		world.files.set('/G/CR.md', { id: '5', path: '/G/CR.md', etag: 'x', size: 3 })
		await make()
		expect(world.picture().files).toEqual(['/G/CR.md', '/G/CR (2).md'])
	})
})

describe('undoing it', () => {
	beforeEach(async () => void await make())

	it('leaves nothing', async () => {
		expect(await undo()).toEqual([])
		expect(world.picture()).toEqual(UNMADE)
		expect(world.row).toBeNull()
	})

	it.each(['lost', 'doneLost', 'stop', 'closed'] as const)('can be run again after “%s” at any call', async (kind) => {
		const begun = world.calls
		await undo()
		const total = world.calls - begun
		for (let at = 0; at < total; at++) {
			const again = new World()
			await make(again)
			again.calls = 0
			again.fault = { at, kind }
			await untilDone(again, async (of) => of.row && undo(of))
			expect(again.picture(), `${kind} at ${at}`).toEqual(UNMADE)
		}
	})

	it.each<[string, () => void, string]>([
		['a card that was changed', () => void (world.stack.cards[1]!.lastModified += 5), 'Le devis'],
		['a card with a comment', () => void world.commented.add(world.stack.cards[1]!.id), 'Le devis'],
		['a meeting that was changed', () => void (world.meetings[0]!.version += 1), ''],
		['a file that was changed', () => void (world.files.get('/G/CR.md')!.etag = 'e2'), 'CR.md'],
		['a file that was described', () => void world.sheets.set(world.files.get('/G/CR.md')!.id, 3), 'CR.md'],
	])('leaves %s', async (_, change, name) => {
		change()
		const before = world.picture()
		expect(await undo()).toMatchObject([{ name, why: 'changed' }])
		expect(world.row).toMatchObject({ state: 'undone' })
		const after = world.picture()
		expect([after.cards.length > 0, after.meetings.length > 0, after.files.length > 0].filter(Boolean)).toHaveLength(1)
		expect(before.cards).toHaveLength(2)
	})

	it('has nothing to do about what is gone', async () => {
		world.stack.cards = []
		world.meetings = []
		world.files.clear()
		world.sheets.clear()
		expect(await undo()).toEqual([])
		expect(world.row).toBeNull()
	})
})

it.each([true, false])('a plan from before meetings had an id is read; the meeting that was written then (%s) stays', async (made) => {
	world.row!.plan = JSON.stringify({ ...PLAN, meeting: { ...PLAN.meeting, about: '', made, before: null } })
	expect(world.plan()).toEqual(PLAN)
	world.row!.state = 'made'
	world.meetings = [{ id: 3, version: 1, cancelled: false, day: '2026-04-09', time: '18:30', place: 'foyer' }]
	expect(await undo()).toEqual([])
	expect(world.picture().meetings).toEqual(MADE.meetings)
})
