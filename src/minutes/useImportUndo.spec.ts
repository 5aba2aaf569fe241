/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Minutes } from './model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { ApiError } from '../api/apiError.ts'
import { useUndo } from '../shared/composables/useUndo.ts'
import { mountPage, routerAt } from '../shared/testing/mountPage.ts'
import * as drafts from './draft/gateway.ts'
import * as gateway from './gateway.ts'
import { useImportUndo } from './useImportUndo.ts'

const making = vi.hoisted(() => ({ undo: vi.fn(), preview: vi.fn() }))

vi.mock('./gateway.ts')
vi.mock('./draft/gateway.ts')
vi.mock('../group/making/index.ts', () => ({ useMaking: () => making, staySentence: ({ why }: { why: string }) => `because ${why}` }))
const server = vi.mocked(gateway)

/** Minutes of two groups, as the server answers. */
function minutes(changes: Partial<Minutes> = {}) {
	return ({
		id: 4,
		version: 3,
		state: 'done',
		plan: JSON.stringify({ groups: [{ position: 0, title: 'Eau de pluie', board: null, mandate: { mayAdvance: [], mustNot: [], with: [] }, model: null, people: 0 }], asked: [] }),
		groups: [{ position: 0, id: 10, title: 'Eau', status: 'active' }, { position: 1, id: 11, title: 'Four', status: 'active' }],
		...changes,
	}) as Minutes
}

/** Leaves the pages of the test before. */
const pages: (() => void)[] = []

beforeEach(() => {
	pages.splice(0).forEach((leave) => leave())
	vi.resetAllMocks()
	server.saveMinutes.mockResolvedValue(minutes({ state: 'undoing' }))
	vi.mocked(drafts.listDrafts).mockResolvedValue([])
	useUndo().dismiss()
})

/** On the page of the minutes, or another one. */
async function use(at = '/minutes/4') {
	let use!: ReturnType<typeof useImportUndo>
	const { page, router } = mountPage({ setup: () => {
		use = useImportUndo(4)
		return () => h('p')
	} }, { router: await routerAt(at) })
	pages.push(() => page.unmount())
	return { use, router, leave: () => page.unmount() }
}
const undone = { end: 'undone', reason: null, stays: [] }

describe('undoing an import of minutes', () => {
	it('withdraws open invitations before changing a group, then removes each group, then the minutes', async () => {
		const { use: all, router } = await use()
		server.getMinutes.mockResolvedValueOnce(minutes()).mockResolvedValueOnce(minutes({ groups: [] }))
		making.undo.mockResolvedValue(undone)
		await all.undoing.run()
		await flushPromises()
		expect(server.saveMinutes).toHaveBeenCalledExactlyOnceWith(4, { version: 3, state: 'undoing' })
		expect(server.saveMinutes.mock.invocationCallOrder[0]).toBeLessThan(making.undo.mock.invocationCallOrder[0]!)
		expect(making.undo.mock.calls.map(([order]) => order)).toEqual([
			{ groupId: 10, title: 'Eau de pluie', boardTitle: null, expected: [] },
			{ groupId: 11, title: 'Four', boardTitle: null, expected: [] },
		])
		expect([all.done.value, all.total.value, all.left.value, all.stopped.value]).toEqual([2, 2, [], false])
		expect(server.deleteMinutes).toHaveBeenCalledExactlyOnceWith(4)
		expect(useUndo().message.value?.text).toBe('Everything created from these minutes was undone.')
		expect(router.currentRoute.value.path).toBe('/minutes')
	})

	it('is not finished as long as another run could undo more, and keeps minutes with a remaining group', async () => {
		const { use: all, router } = await use()
		server.getMinutes.mockResolvedValue(minutes({ state: 'undoing' }))
		making.undo.mockResolvedValueOnce({ end: 'undone', reason: null, stays: [{ thing: 'group', why: 'joined' }] }).mockResolvedValueOnce({ end: 'refused', reason: 'offline', stays: [] })
		await all.undoing.run()
		expect(server.saveMinutes).not.toHaveBeenCalled()
		expect(all.left.value).toEqual([
			{ id: 10, title: 'Eau', stays: [{ thing: 'group', why: 'joined' }] },
			{ id: 11, title: 'Four', stays: [{ thing: 'group', why: 'offline' }] },
		])
		expect(server.deleteMinutes).not.toHaveBeenCalled()
		expect(useUndo().message.value).toBeNull()
		expect(router.currentRoute.value.path).not.toBe('/minutes')
	})

	it('says what is kept, also if the minutes can be removed', async () => {
		const { use: all } = await use()
		server.getMinutes.mockResolvedValueOnce(minutes()).mockResolvedValueOnce(minutes({ groups: [] }))
		making.undo.mockRejectedValueOnce(new ApiError(403, 'not_yours')).mockResolvedValueOnce(undone)
		await all.undoing.run()
		expect(all.left.value).toEqual([{ id: 10, title: 'Eau', stays: [{ thing: 'group', why: 'not_yours' }] }])
		expect(useUndo().message.value?.text).toBe('Everything was undone, except: Eau (because not_yours)')
	})

	it('stops between two groups', async () => {
		const { use: all } = await use()
		server.getMinutes.mockResolvedValueOnce(minutes())
		making.undo.mockImplementationOnce(async (_: unknown, signal: AbortSignal) => {
			all.stop()
			expect(signal.aborted).toBe(true)
			return undone
		})
		await all.undoing.run()
		expect(making.undo).toHaveBeenCalledOnce()
		expect([all.done.value, all.stopped.value]).toEqual([1, true])
		expect(server.deleteMinutes).not.toHaveBeenCalled()
		// A second run starts again.
		server.getMinutes.mockResolvedValueOnce(minutes({ state: 'undoing' })).mockResolvedValueOnce(minutes({ groups: [] }))
		making.undo.mockResolvedValue(undone)
		await all.undoing.run()
		expect([all.done.value, all.stopped.value]).toEqual([2, false])
	})

	it('is finished where others take part in all that is left', async () => {
		const { use: all } = await use()
		server.getMinutes.mockResolvedValue(minutes({ state: 'undoing' }))
		making.undo.mockResolvedValueOnce({ end: 'kept', reason: null, stays: [{ thing: 'group', why: 'joined' }] }).mockRejectedValueOnce(new ApiError(403, 'not_yours'))
		await all.undoing.run()
		expect(server.saveMinutes).toHaveBeenCalledExactlyOnceWith(4, { version: 3, state: 'undone' })
	})

	it('leads back to the review, with the draft and its corrections', async () => {
		const { use: all, router } = await use()
		vi.mocked(drafts.listDrafts).mockResolvedValue([{ id: 8, minutes: 3 }, { id: 9, minutes: 4 }] as Awaited<ReturnType<typeof drafts.listDrafts>>)
		server.getMinutes.mockResolvedValueOnce(minutes()).mockResolvedValueOnce(minutes({ groups: [] }))
		making.undo.mockResolvedValue(undone)
		await all.undoing.run()
		expect(router.currentRoute.value.fullPath).toBe('/minutes/review?draft=9')
	})

	it('goes on when the page is left, leads nobody away from another page, and is shown when one is back', async () => {
		const { use: all, router, leave } = await use()
		server.getMinutes.mockResolvedValueOnce(minutes()).mockResolvedValueOnce(minutes({ groups: [] }))
		let first!: (value: typeof undone) => void
		making.undo.mockReturnValueOnce(new Promise((resolve) => {
			first = resolve
		})).mockResolvedValueOnce(undone)
		const running = all.undoing.run()
		await flushPromises()
		leave()
		await router.push('/groups')
		expect((await use()).use.undoing.pending.value).toBe(true)
		first(undone)
		await running
		expect(making.undo).toHaveBeenCalledTimes(2)
		expect(making.undo.mock.calls[1]![1].aborted).toBe(false)
		expect(server.deleteMinutes).toHaveBeenCalledExactlyOnceWith(4)
		expect(router.currentRoute.value.path).toBe('/groups')
	})

	it('says that it waits for another page of the same person', async () => {
		const { use: all } = await use()
		server.getMinutes.mockResolvedValue(minutes({ state: 'undoing' }))
		const seen: boolean[] = []
		making.undo.mockImplementation(async (_order: unknown, _signal: AbortSignal, onHeld: (held: boolean) => void) => {
			onHeld(true)
			seen.push(all.held.value)
			onHeld(false)
			seen.push(all.held.value)
			return undone
		})
		await all.undoing.run()
		expect(seen).toEqual([true, false, true, false])
	})

	it('says beforehand what goes and what stays of each group, and changes nothing by that', async () => {
		const { use: all } = await use()
		server.getMinutes.mockResolvedValueOnce(minutes())
		making.preview.mockResolvedValueOnce({ goes: ['team'], stays: [] }).mockResolvedValueOnce({ goes: [], stays: [{ thing: 'group', why: 'joined' }] })
		await all.looking.run()
		expect(all.forecast.value).toEqual([
			{ id: 10, title: 'Eau', goes: ['team'], stays: [] },
			{ id: 11, title: 'Four', goes: [], stays: [{ thing: 'group', why: 'joined' }] },
		])
		expect(server.saveMinutes).not.toHaveBeenCalled()
		expect(making.undo).not.toHaveBeenCalled()
	})

	it('reports an error that does not concern the group, and stops', async () => {
		const { use: all } = await use()
		server.getMinutes.mockRejectedValueOnce(new ApiError(500, 'server'))
		await all.undoing.run()
		expect(all.undoing.error.value).toBeInstanceOf(ApiError)
		expect(making.undo).not.toHaveBeenCalled()
	})
})
