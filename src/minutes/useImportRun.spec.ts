/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Session } from '../settings/index.ts'
import type { Minutes } from './model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { sessionKey } from '../settings/index.ts'
import { mountPage } from '../shared/testing/mountPage.ts'
import * as gateway from './gateway.ts'
import { draftOf } from './review/draft.ts'
import { planOf } from './review/plan.ts'
import { sampleReading } from './testing/sample.ts'
import { useImportRun } from './useImportRun.ts'

const making = vi.hoisted(() => ({ create: vi.fn(), make: vi.fn() }))

vi.mock('./gateway.ts')
vi.mock('../group/making/index.ts', async (original) => ({ ...await original<object>(), useMaking: () => making }))
const server = vi.mocked(gateway)

const draft = draftOf(sampleReading(), 'atelier')
const plan = planOf(draft, [])

/** What the server has; what is saved there is answered. */
let stored: Minutes
/** What happened, in its order. */
let log: string[]

beforeEach(() => {
	vi.resetAllMocks()
	log = []
	stored = { id: 4, version: 3, state: 'draft', plan: JSON.stringify(plan), groups: [] } as unknown as Minutes
	server.getMinutes.mockImplementation(async () => stored)
	server.saveMinutes.mockImplementation(async (_, { version, ...changes }) => {
		expect(version).toBe(stored.version)
		log.push(`save ${Object.keys(changes).join()} ${changes.state ?? ''}`.trim())
		stored = { ...stored, ...changes, version: stored.version + 1 } as Minutes
		return stored
	})
	making.create.mockImplementation(async ({ title, minutes }: { title: string, minutes: { position: number } }) => {
		log.push(`row ${title}`)
		return { id: 10 + minutes.position, title, status: 'forming', join: 'request' }
	})
	making.make.mockImplementation(async (orders: { groupId: number }[], _: AbortSignal, onProgress: (groups: unknown[]) => void) => {
		log.push(`make ${orders.map(({ groupId }) => groupId).join(' ')}`)
		onProgress(['under way'])
		return { done: true, groups: ['made'] }
	})
})

function use() {
	let run!: ReturnType<typeof useImportRun>
	const { page } = mountPage({ setup: () => {
		run = useImportRun(4)
		return () => h('p')
	} }, { provide: [[sessionKey, { library: '/Réseau commun' } as Session]] })
	return { run, page }
}

describe('making what confirmed minutes say', () => {
	it('makes the rows of all groups, then the rest, says so to the server, and invites nobody', async () => {
		const { run } = use()
		await flushPromises()
		expect(run.stage.value).toBe('idle')
		await run.running.run()
		expect(run.running.error.value).toBeNull()
		expect(log).toEqual([
			'save state making',
			'row Les gens qu’on ne voit pas',
			'row Les langues de la vallée',
			'make 10 11',
			'save state made',
		])
		expect([stored.state, run.stage.value, run.stopped.value, run.groups.value]).toEqual(['made', 'idle', false, ['made']])
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
		expect(log).toContain('make 11')
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
		making.make.mockImplementation(async (_orders, _signal, onProgress) => {
			look()
			onProgress(['under way'])
			expect(run.groups.value).toEqual(['under way'])
			return { done: false, groups: ['one failed'] }
		})
		await run.running.run()
		expect(seen).toEqual([['groups', 0], ['groups', 1], ['making', 2]])
		expect([run.groups.value, stored.state]).toEqual([['one failed'], 'making'])
	})

	it('continues where it stopped: what exists is not reported again', async () => {
		stored = { ...stored, state: 'making' }
		const { run } = use()
		await run.running.run()
		expect(log[0]).toBe('row Les gens qu’on ne voit pas')
	})

	it('does nothing with a plan that is none of ours', async () => {
		stored = { ...stored, plan: '{}' }
		const { run } = use()
		await run.running.run()
		expect([log, run.plan.value]).toEqual([[], null])
	})
})

describe('stopping', () => {
	it('makes no further row, and can be gone on with', async () => {
		const { run } = use()
		making.create.mockImplementationOnce(async () => {
			run.stop()
			return { id: 10, status: 'forming', join: 'request' }
		})
		await run.running.run()
		expect([making.create.mock.calls.length, making.make.mock.calls.length]).toEqual([1, 0])
		expect([run.stopped.value, run.stage.value, stored.state]).toEqual([true, 'idle', 'making'])
		await run.running.run()
		expect([run.stopped.value, stored.state]).toEqual([false, 'made'])
	})

	it('does not happen when the page is left: who is back sees it go on', async () => {
		const { run, page } = use()
		let end!: (value: unknown) => void
		making.make.mockReturnValueOnce(new Promise((resolve) => {
			end = resolve
		}))
		const running = run.running.run()
		await flushPromises()
		page.unmount()
		const back = use()
		expect([back.run.running.pending.value, back.run.stage.value]).toEqual([true, 'making'])
		expect(making.make.mock.calls[0]![1].aborted).toBe(false)
		end({ done: true, groups: ['made'] })
		await running
		expect([stored.state, back.run.groups.value]).toEqual(['made', ['made']])
		back.run.stop()
	})
})
