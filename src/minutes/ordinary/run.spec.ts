/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckStack } from '../../board/model.ts'
import type { Brought, OrdinaryPlan } from './model.ts'
import type { FileAt, MeetingAt, OrdinaryPorts } from './ports.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../../api/apiError.ts'
import { Calls, RunEnded } from '../../group/making/calls.ts'
import { makeOrdinary } from './make.ts'
import { readPlan } from './readPlan.ts'
import { undoOrdinary } from './undo.ts'
import { leftSentence } from './words.ts'

const PLAN: OrdinaryPlan = {
	cards: [
		{ title: 'Décisions', description: '- La pompe', member: null, due: null, made: null },
		{ title: 'Le devis', description: '', member: 8, due: '2026-03-20', made: null },
	],
	stack: 'Priorités',
	meeting: { day: '2026-04-09', time: '18:30', place: 'foyer', made: null },
	file: { name: 'CR.md', text: 'Le texte', summary: '', made: null },
	left: [],
}

/** Our server, Deck, Files and the library in memory; a call fails once, before or after it did its work. */
class World {
	row: Brought | null = { id: 1, hash: '', title: 'CR', state: 'making', by: { name: null, me: true }, created: '', running: false, version: 1, plan: JSON.stringify(PLAN) }
	meetings: (MeetingAt & { day: string, time: string | null, place: string })[] = []
	/** Why it plans no meeting. */
	refuses = ''
	stack: DeckStack = { id: 1, title: 'Priorités', order: 0, isDone: false, lastModified: 0, cards: [] }
	files = new Map<string, FileAt>()
	sheets = new Map<string, number>()
	commented = new Set<number>()
	board = true
	hasFolder = true
	clock = 1_796_000_000
	calls = 0
	fault: { at: number, kind: 'lost' | 'doneLost' | 'stop' | 'closed' } | null = null
	controller = new AbortController()
	private ids = 10

	ports(): OrdinaryPorts {
		const own: OrdinaryPorts = {
			save: async ({ version, plan, state }) => {
				// As lib/Minutes/Plan.php refuses what may be a telephone number.
				expect(plan ?? '').not.toMatch(/[:"]\d{9}/)
				if (this.row!.version !== version) {
					throw new ApiError(409, 'stale_version', { current: { ...this.row!, running: true } })
				}
				this.row = { ...this.row!, version: version + 1, plan: plan ?? this.row!.plan, state: state ?? this.row!.state }
				return this.row
			},
			forget: async () => void (this.row = null),
			addMeeting: async (meeting) => {
				if (this.refuses !== '') {
					throw new ApiError(403, this.refuses)
				}
				// The key of these minutes makes it once.
				this.meetings[0] ??= { ...meeting, id: ++this.ids, version: 1, cancelled: false }
				return structuredClone(this.meetings[0])
			},
			meeting: async (id) => structuredClone(this.meetings.find((one) => one.id === id) ?? null),
			cancelMeeting: async (id, version) => {
				const one = this.meetings.find((meeting) => meeting.id === id)!
				if (version !== one.version) {
					throw new ApiError(409, 'stale_version')
				}
				one.cancelled = true
				one.version++
			},
			stacks: async () => {
				if (!this.board) {
					throw new ApiError(404, 'no_board')
				}
				return structuredClone([this.stack])
			},
			work: async () => {
				if (!this.board) {
					throw new ApiError(404, 'no_board')
				}
				return this.stack.cards.map(({ id, lastModified }) => ({ id, lastModified, writers: ['odile'], attached: this.commented.has(id) ? 1 : 0 }))
			},
			createStack: async () => this.stack,
			createCard: async ({ title, description, duedate }) => {
				const card = { id: ++this.ids, stackId: 1, title, description, order: 0, archived: false, duedate: duedate?.toISOString() ?? null, done: null, lastModified: this.clock, labels: [], assigned: [], whose: [] }
				this.stack.cards.push(card)
				return structuredClone(card)
			},
			account: async (member) => ({ 8: 'paul', 9: 'gone' })[member] ?? null,
			find: async (id) => [...this.files.values()].find((file) => file.id === id) ?? null,
			assign: async (id, uid) => {
				const card = this.stack.cards.find((one) => one.id === id)!
				if (uid === 'gone' || card.assigned.includes(uid)) {
					throw new ApiError(400, 'refused')
				}
				card.assigned.push(uid)
				card.lastModified = this.clock
			},
			deleteCard: async (id) => void (this.stack.cards = this.stack.cards.filter((card) => card.id !== id)),
			folder: async () => this.hasFolder ? '/G' : null,
			stat: async (path) => this.files.get(path) ?? null,
			put: async (path, text) => {
				if (this.files.has(path)) {
					throw new ApiError(412, 'exists')
				}
				this.files.set(path, { id: String(++this.ids), path, etag: 'e1', size: text.length })
			},
			remove: async (path) => void this.files.delete(path),
			sheet: async (file) => this.sheets.has(file) ? { version: this.sheets.get(file)! } : null,
			describe: async (file) => {
				this.sheets.set(file, 2)
				return { version: 2 }
			},
			removeSheet: async (file) => void this.sheets.delete(file),
		}
		return new Proxy(own, { get: (target, key) => async (...args: unknown[]) => {
			const at = this.calls++
			const kind = this.fault?.at === at ? this.fault.kind : null
			const work = () => (Reflect.get(target, key) as (...args: unknown[]) => Promise<unknown>)(...args)
			if (kind === 'lost') {
				throw new ApiError(0, 'offline')
			}
			const answer = await work()
			if (kind === 'doneLost') {
				throw new ApiError(0, 'offline')
			}
			if (kind === 'closed') {
				throw new Error('closed')
			}
			if (kind === 'stop') {
				this.controller.abort()
			}
			return answer
		} })
	}

	options() {
		this.controller = new AbortController()
		return { calls: new Calls({ now: () => this.clock, wait: async () => {}, signal: this.controller.signal }), runner: 'a' }
	}

	picture() {
		return { cards: this.stack.cards.map(({ title, assigned, duedate }) => [title, assigned, duedate?.slice(0, 10) ?? null]), meetings: this.meetings.filter(({ cancelled }) => !cancelled).map(({ day, time, place }) => [day, time, place]), files: [...this.files.keys()], sheets: this.sheets.size }
	}

	plan() {
		return readPlan(this.row!.plan)
	}
}

let world: World
beforeEach(() => {
	world = new World()
})

const make = (of = world) => makeOrdinary(of.ports(), of.row!, of.options())
const undo = (of = world) => undoOrdinary(of.ports(), of.row!, of.options())

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
