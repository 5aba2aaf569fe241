/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Session } from '../settings/index.ts'
import type { AskedOutcome, AskedPerson } from './ask/model.ts'
import type { Minutes } from './model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { ApiError } from '../api/apiError.ts'
import { sessionKey } from '../settings/index.ts'
import { mountPage } from '../shared/testing/mountPage.ts'
import * as asks from './ask/gateway.ts'
import * as gateway from './gateway.ts'
import { draftOf } from './review/draft.ts'
import { planOf } from './review/plan.ts'
import { sampleReading } from './testing/sample.ts'
import { useImportRun } from './useImportRun.ts'
import { useReview } from './useReview.ts'

const making = vi.hoisted(() => ({ create: vi.fn(), make: vi.fn() }))

vi.mock('./gateway.ts')
vi.mock('./ask/gateway.ts')
vi.mock('../group/making/index.ts', async (original) => ({ ...await original<object>(), useMaking: () => making }))
const server = vi.mocked(gateway)
const asking = vi.mocked(asks)

const draft = draftOf(sampleReading(), 'atelier')
const plan = planOf(draft, [])

/** What the server has; what is saved there is answered. */
let stored: Minutes
/** What happened, in its order. */
let told: string[]
/** What becomes of who is asked, by the key of their entry; the others get a mail. */
let outcomes: Record<string, AskedOutcome>

beforeEach(() => {
	vi.resetAllMocks()
	useReview().close()
	told = []
	outcomes = {}
	stored = { id: 4, version: 3, state: 'draft', plan: JSON.stringify(plan), groups: [] } as unknown as Minutes
	server.getMinutes.mockImplementation(async () => stored)
	server.saveMinutes.mockImplementation(async (_, { version, ...changes }) => {
		expect(version).toBe(stored.version)
		told.push(`save ${Object.keys(changes).join()} ${changes.state ?? ''}`.trim())
		stored = { ...stored, ...changes, version: stored.version + 1 } as Minutes
		return stored
	})
	making.create.mockImplementation(async ({ title, minutes }: { title: string, minutes: { position: number } }) => {
		told.push(`row ${title}`)
		return { id: 10 + minutes.position, title, status: 'forming', join: 'request' }
	})
	asking.askPeople.mockImplementation(async (group: number, people: AskedPerson[]) => {
		told.push(`ask ${people.map(({ name, email }) => name ?? email).join(', ')} for ${group}`)
		return people.map(({ key }) => ({ key, outcome: outcomes[key] ?? 'mailed' as const }))
	})
	making.make.mockImplementation(async (orders: { groupId: number }[], _: AbortSignal, tell: (groups: unknown[]) => void) => {
		told.push(`make ${orders.map(({ groupId }) => groupId).join(' ')}`)
		tell(['under way'])
		return { done: true, groups: ['made'] }
	})
})

/** The page of the minutes, in the tab they were corrected in or in another one. */
function use({ sameTab = true } = {}) {
	if (sameTab) {
		const review = useReview()
		review.draft.value = draft
		review.minutes.value = 4
	}
	let run!: ReturnType<typeof useImportRun>
	const { page } = mountPage({ setup: () => {
		run = useImportRun(4)
		return () => h('p')
	} }, { provide: [[sessionKey, { library: '/Réseau commun' } as Session]] })
	return { run, page }
}

describe('making what confirmed minutes say', () => {
	it('makes the rows of all groups, then asks the people, then makes the rest, and says so to the server', async () => {
		const { run } = use()
		await flushPromises()
		expect([run.stage.value, run.unasked.value.map(({ position }) => position), run.knowsPeople.value]).toEqual(['idle', [0, 1], true])
		await run.running.run()
		expect(run.running.error.value).toBeNull()
		expect(told).toEqual([
			'save state making',
			'row Les gens qu’on ne voit pas',
			'row Les langues de la vallée',
			'ask Odile Marcenac, linh@example.org, S Labatut for 10',
			'ask Odile Marcenac, Loïc Tréguer for 11',
			'save plan',
			'make 10 11',
			'save state made',
		])
		expect([stored.state, JSON.parse(stored.plan).asked]).toEqual(['made', [0, 1]])
		expect([run.stage.value, run.stopped.value, run.groups.value, run.unasked.value]).toEqual(['idle', false, ['made'], []])
		// The addresses leave the tab with the last of them.
		expect([useReview().draft.value, run.knowsPeople.value]).toEqual([null, false])
	})

	it('makes each row once, in the place the minutes say', async () => {
		const { run } = use()
		await run.running.run()
		expect(making.create.mock.calls.map(([group]) => [group.key, group.minutes, group.title, group.mandate, group.model])).toEqual(plan.groups.map(({ position, title, mandate, model }) => [
			`minutes-4-${position}`, { id: 4, position }, title, mandate, model,
		]))
	})

	it('makes each group with its board and a folder in the library', async () => {
		const { run } = use()
		await run.running.run()
		expect(making.make.mock.calls[0]![0][1]).toEqual({
			groupId: 11,
			plan: {
				key: 'minutes-4-1',
				title: 'Les langues de la vallée',
				purpose: '',
				mandate: plan.groups[1]!.mandate,
				join: 'request',
				minutes: { id: 4, position: 1 },
				asked: [],
				team: { facilitators: [], members: [] },
				model: null,
				board: null,
				folder: { path: '/Réseau commun/Les langues de la vallée' },
				talk: false,
			},
		})
	})

	it('leaves out a group that is closed', async () => {
		making.create.mockResolvedValueOnce({ id: 10, status: 'closed', join: 'request' })
		const { run } = use()
		await run.running.run()
		expect(told).toContain('make 11')
	})

	it('shows how far it is on the way', async () => {
		const seen: unknown[] = []
		const { run } = use()
		const look = () => seen.push([run.stage.value, run.done.value])
		const create = making.create.getMockImplementation()!
		making.create.mockImplementation((group) => {
			look()
			return create(group)
		})
		const ask = asking.askPeople.getMockImplementation()!
		asking.askPeople.mockImplementation((...args) => {
			look()
			return ask(...args)
		})
		making.make.mockImplementation(async (_orders, _signal, tell) => {
			look()
			tell(['under way'])
			expect(run.groups.value).toEqual(['under way'])
			return { done: false, groups: ['one failed'] }
		})
		await run.running.run()
		expect(seen).toEqual([['groups', 0], ['groups', 1], ['people', 0], ['people', 1], ['making', 1]])
		expect([run.groups.value, stored.state]).toEqual([['one failed'], 'making'])
	})

	it('goes on where it was: what is made already is not said again', async () => {
		stored = { ...stored, state: 'making' }
		const { run } = use()
		await run.running.run()
		expect(told[0]).toBe('row Les gens qu’on ne voit pas')
	})

	it('asks nobody from another tab, and leaves them to be asked', async () => {
		const { run } = use({ sameTab: false })
		await run.running.run()
		expect(asking.askPeople).not.toHaveBeenCalled()
		expect([stored.state, run.unasked.value.map(({ position }) => position), run.knowsPeople.value]).toEqual(['made', [0, 1], false])
	})

	it('asks nobody for the minutes of another tab', async () => {
		const { run } = use()
		useReview().minutes.value = 5
		await run.running.run()
		expect(asking.askPeople).not.toHaveBeenCalled()
		expect(useReview().draft.value).not.toBeNull()
	})

	it('does nothing with a plan that is none of ours', async () => {
		stored = { ...stored, plan: '{}' }
		const { run } = use()
		await run.running.run()
		expect([told, run.plan.value, run.unasked.value]).toEqual([[], null, []])
	})
})

describe('asking the people', () => {
	it('names who has to be asked otherwise', async () => {
		outcomes = { r13: 'by_hand', r14: 'bad_address', r15: 'in_already', r34: 'by_hand' }
		const { run } = use()
		await run.running.run()
		expect(run.asked.value.map(({ position, byHand }) => [position, byHand])).toEqual([[0, ['Odile Marcenac', 'linh@example.org']], [1, ['Loïc Tréguer']]])
		expect(run.asked.value[0]!.answers.map(({ outcome }) => outcome)).toEqual(['by_hand', 'bad_address', 'in_already'])
		expect(JSON.parse(stored.plan).asked).toEqual([0, 1])
	})

	it.each(['mail_failed', 'later'] as const)('keeps a group whose answer is %s to be asked again, and the addresses with it', async (outcome) => {
		outcomes = { r34: outcome }
		const { run } = use()
		await run.running.run()
		expect([JSON.parse(stored.plan).asked, run.unasked.value.map(({ position }) => position), run.knowsPeople.value]).toEqual([[0], [1], true])
		outcomes = {}
		await run.running.run()
		expect(JSON.parse(stored.plan).asked).toEqual([0, 1])
		expect(run.asked.value.map(({ position }) => position)).toEqual([0, 1])
		expect(run.knowsPeople.value).toBe(false)
	})

	it('keeps what was asked before an error, once', async () => {
		asking.askPeople.mockImplementationOnce(async (_, people) => people.map(({ key }) => ({ key, outcome: 'mailed' }))).mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { run } = use()
		await run.running.run()
		expect(run.running.error.value).toBeInstanceOf(ApiError)
		expect([JSON.parse(stored.plan).asked, run.stage.value, making.make.mock.calls.length]).toEqual([[0], 'idle', 0])
		const { version } = stored
		asking.askPeople.mockImplementationOnce(async (_, people) => people.map(({ key }) => ({ key, outcome: 'mailed' }))).mockRejectedValueOnce(new ApiError(0, 'offline'))
		await run.running.run()
		expect(stored.version).toBe(version)
	})

	it('asks at most a hundred at once', async () => {
		const many = structuredClone(draft)
		many.groups[0]!.roster = Array.from({ length: 101 }, (_, index) => ({ id: `e${index}`, person: 'p0', note: '', lines: null }))
		const { run } = use()
		useReview().draft.value = many
		await run.running.run()
		expect(asking.askPeople.mock.calls.map(([group, people]) => [group, people.length])).toEqual([[10, 100], [10, 1], [11, 2]])
		expect(run.asked.value[0]!.answers).toHaveLength(101)
	})
})

describe('stopping', () => {
	it('makes no further row, asks nobody, and can be gone on with', async () => {
		const { run } = use()
		making.create.mockImplementationOnce(async () => {
			run.stop()
			return { id: 10, status: 'forming', join: 'request' }
		})
		await run.running.run()
		expect([making.create.mock.calls.length, asking.askPeople.mock.calls.length, making.make.mock.calls.length]).toEqual([1, 0, 0])
		expect([run.stopped.value, run.stage.value, stored.state]).toEqual([true, 'idle', 'making'])
		await run.running.run()
		expect([run.stopped.value, stored.state]).toEqual([false, 'made'])
	})

	it('asks no further group, and makes nothing', async () => {
		const { run } = use()
		asking.askPeople.mockImplementationOnce(async (_, people) => {
			run.stop()
			return people.map(({ key }) => ({ key, outcome: 'mailed' }))
		})
		await run.running.run()
		expect([asking.askPeople.mock.calls.length, JSON.parse(stored.plan).asked, making.make.mock.calls.length, run.stopped.value]).toEqual([1, [0], 0, true])
	})

	it('stops when the page is left', async () => {
		const { run, page } = use()
		making.make.mockImplementationOnce(async (_orders, signal: AbortSignal) => {
			page.unmount()
			expect(signal.aborted).toBe(true)
			return { done: false, groups: [] }
		})
		await run.running.run()
		expect(making.make).toHaveBeenCalledOnce()
	})
})
