/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckStack } from '../../../board/model.ts'
import type { Brought, OrdinaryPlan } from '../model.ts'
import type { FileAt, MeetingAt, OrdinaryPorts } from '../ports.ts'

import { ApiError } from '../../../api/apiError.ts'
import { Calls } from '../../../group/making/calls.ts'
import { readPlan } from '../readPlan.ts'

/** Two cards, a meeting and a file. */
export const PLAN: OrdinaryPlan = {
	cards: [
		{ title: 'Décisions', description: '- La pompe', member: null, due: null, made: null },
		{ title: 'Le devis', description: '', member: 8, due: '2026-03-20', made: null },
	],
	stack: 'Priorités',
	meeting: { day: '2026-04-09', time: '18:30', place: 'foyer', made: null },
	file: { name: 'CR.md', text: 'Le texte', summary: '', made: null },
	begun: [],
	left: [],
}

/** Our server, Deck, Files and the library in memory; a call fails once, before or after it did its work. */
export class World {
	row: Brought | null = { id: 1, hash: '', title: 'CR', state: 'making', by: { name: null, me: true }, created: '', running: false, version: 1, plan: JSON.stringify(PLAN) }
	meetings: (MeetingAt & { day: string, time: string | null, place: string })[] = []
	/** The meeting with the key of these minutes. */
	private made = 0
	/** Why it plans no meeting. */
	refuses = ''
	stack: DeckStack = { id: 1, title: 'Priorités', order: 0, isDone: false, lastModified: 0, cards: [] }
	files = new Map<string, FileAt>()
	sheets = new Map<string, number>()
	commented = new Set<number>()
	/** Who wrote each card. */
	writers = new Map<number, string>()
	texts = new Map<string, string>()
	board = true
	hasFolder = true
	/** The account that saved each thing. */
	private by = new Map<string, string>()
	clock = 1_796_000_000
	calls = 0
	fault: { at: number, kind: 'lost' | 'doneLost' | 'stop' | 'closed' } | null = null
	controller = new AbortController()
	private ids = 10

	/** What an account reaches. */
	ports(me = 'odile'): OrdinaryPorts {
		const own: OrdinaryPorts = {
			save: async ({ version, plan, state }) => {
				// As lib/Minutes/Plan.php refuses what may be a telephone number.
				if (/[:"]\d{9}/.test(plan ?? '')) {
					throw new Error('A telephone number reached the plan')
				}
				if (this.row!.version !== version) {
					throw new ApiError(409, 'stale_version', { current: { ...this.row!, running: true } })
				}
				this.row = { ...this.row!, version: version + 1, plan: plan === undefined ? this.row!.plan : this.bound(plan, me), state: state ?? this.row!.state }
				return this.brought(me)
			},
			forget: async () => void (this.row = null),
			addMeeting: async (meeting) => {
				if (this.refuses !== '') {
					throw new ApiError(403, this.refuses)
				}
				// The key of these minutes makes it once.
				const known = this.meetings.find(({ id }) => id === this.made)
				const found = known ?? { ...meeting, id: ++this.ids, version: 1, cancelled: false }
				if (!known) {
					this.made = found.id
					this.meetings.push(found)
				}
				return structuredClone(found)
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
				return this.stack.cards.map(({ id, lastModified }) => ({ id, lastModified, writers: [this.writers.get(id) ?? 'odile'], attached: this.commented.has(id) ? 1 : 0 }))
			},
			createStack: async () => this.stack,
			createCard: async ({ title, description, duedate }) => {
				const card = { id: ++this.ids, stackId: 1, title, description, order: 0, archived: false, duedate: duedate?.toISOString() ?? null, done: null, lastModified: this.clock, labels: [], assigned: [], whose: [] }
				this.stack.cards.push(card)
				this.writers.set(card.id, me)
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
			read: async (path) => this.texts.get(path) ?? '',
			put: async (path, text) => {
				if (this.files.has(path)) {
					throw new ApiError(412, 'exists')
				}
				this.files.set(path, { id: String(++this.ids), path, etag: 'e1', size: text.length })
				this.texts.set(path, text)
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

	options(me = 'odile') {
		this.controller = new AbortController()
		return { calls: new Calls({ now: () => this.clock, wait: async () => {}, signal: this.controller.signal }), me, runner: 'a' }
	}

	/** The minutes as our server answers them to an account (lib/Minutes/OrdinaryPlan.php). */
	brought(me = 'odile'): Brought {
		const plan = readPlan(this.row!.plan)
		for (const [key, made] of createdThings(plan)) {
			made.mine = this.by.get(key) === me
		}
		return { ...this.row!, plan: JSON.stringify(plan) }
	}

	/** A plan as our server keeps it: what is in it stays with the account that saved it first, unless another says that it has changed. */
	private bound(json: string, me: string): string {
		const before = new Map(createdThings(readPlan(this.row!.plan)).map(([key, made]) => [key, stateOf(made)]))
		const plan = readPlan(json)
		this.by = new Map(createdThings(plan).map(([key, made]) => {
			const by = before.has(key) ? this.by.get(key) ?? '' : me
			return [key, by === me || before.get(key) === stateOf(made) ? by : '']
		}))
		return JSON.stringify(plan)
	}

	picture() {
		return { cards: this.stack.cards.map(({ title, assigned, duedate }) => [title, assigned, duedate?.slice(0, 10) ?? null]), meetings: this.meetings.filter(({ cancelled }) => !cancelled).map(({ day, time, place }) => [day, time, place]), files: [...this.files.keys()], sheets: this.sheets.size }
	}

	plan() {
		return readPlan(this.row!.plan)
	}
}

/** What a plan says was created, by kind and id. */
function createdThings({ cards, meeting, file, begun }: OrdinaryPlan): [string, { mine: boolean }][] {
	return [...cards.map(({ made }) => ['card', made] as const), ['meeting', meeting?.made] as const, ['file', file?.made] as const, ...begun.map(({ made }) => ['begun', made] as const)]
		.flatMap(([thing, made]) => made ? [[`${thing} ${made.id}`, made] as [string, { mine: boolean }]] : [])
}

function stateOf(made: object): string {
	return JSON.stringify(made, (key, value) => key === 'mine' ? undefined : value)
}
