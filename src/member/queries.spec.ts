/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Member } from './model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { ApiError } from '../api/apiError.ts'
import { mountPage } from '../shared/testing/mountPage.ts'
import * as gateway from './gateway.ts'
import { knownMine, memberKeys, seedMembers, useMember, useMemberActions, useMembers, useMine } from './queries.ts'
import { keptMember, sampleMember, samplePage } from './testing/sample.ts'

vi.mock('./gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => vi.resetAllMocks())

/** A page that only calls what is tested. */
function within<T>(use: () => T, mine: Member | null, first: Parameters<typeof seedMembers>[2]) {
	let used!: T
	const mounted = mountPage(defineComponent({
		setup() {
			used = use()
			return () => h('p')
		},
	}), { seed: (cache) => seedMembers(cache, mine, first) })
	return { used, ...mounted }
}

describe('what came with the page', () => {
	it('is shown without another request', async () => {
		const { used } = within(
			() => ({ list: useMembers(), mine: useMine(), card: useMember(() => 7) }),
			keptMember(),
			{ path: '/members', members: samplePage([sampleMember({ id: 8 })], 3, 'next') },
		)
		await flushPromises()
		expect(used.list.data.value?.pages[0]?.total).toBe(3)
		expect(used.list.hasNextPage.value).toBe(true)
		expect(used.mine.data.value?.id).toBe(7)
		expect(used.card.data.value?.name).toBe('Yvonne Cazalis')
		expect(Object.values(server).every((call) => call.mock.calls.length === 0)).toBe(true)
	})

	it('goes on with the next page', async () => {
		server.listMembers.mockResolvedValueOnce(samplePage([sampleMember({ id: 9 })], 2))
		const { used } = within(useMembers, null, { path: '/members', members: samplePage([sampleMember({ id: 8 })], 2, 'after-8') })
		await used.loadNextPage()
		expect(server.listMembers.mock.calls[0]![0]).toEqual({ cursor: 'after-8' })
		expect(used.data.value?.pages.flatMap(({ members }) => members.map(({ id }) => id))).toEqual([8, 9])
		expect(used.hasNextPage.value).toBe(false)
	})

	it('keeps the pages it has when the next does not come', async () => {
		server.listMembers.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { used } = within(useMembers, null, { path: '/members', members: samplePage([sampleMember({ id: 8 })], 2, 'after-8') })
		await used.loadNextPage()
		expect(used.error.value).toBeInstanceOf(ApiError)
		expect(used.data.value?.pages).toHaveLength(1)
	})
})

it('shows a card a list has brought, and asks for it all the same', async () => {
	server.getMember.mockResolvedValueOnce(sampleMember({ id: 8, headline: 'newer' }))
	const { used } = within(() => useMember(() => 8), null, { path: '/members', members: samplePage([sampleMember({ id: 8, headline: 'older' })]) })
	expect(used.data.value?.headline).toBe('older')
	await flushPromises()
	expect(used.data.value?.headline).toBe('newer')
})

it('takes “no card” for an answer, and a failure for a failure', async () => {
	server.getMine.mockRejectedValueOnce(new ApiError(404, 'no_card')).mockRejectedValueOnce(new ApiError(500, 'server'))
	const { used } = within(useMine, keptMember(), { path: '/' })
	await used.refetch()
	expect(used.data.value).toBeNull()
	await used.refetch()
	expect(used.error.value).toMatchObject({ reason: 'server' })
})

describe('a change', () => {
	it('is seen at once, and the lists are asked for again', async () => {
		const { used, cache } = within(useMemberActions, keptMember(), { path: '/members', members: samplePage([sampleMember()]) })
		server.setStatus.mockResolvedValueOnce(keptMember({ status: 'paused', version: 4 }))
		await used.setStatus({ id: 7, status: 'paused', version: 3 })
		expect(cache.getQueryData<Member>(memberKeys.card(7))?.status).toBe('paused')
		expect(knownMine(cache)?.version).toBe(4)
		expect(cache.get(memberKeys.list)?.when).toBe(0)
	})

	it('that makes the first card makes it mine', async () => {
		const { used, cache } = within(useMemberActions, null, { path: '/' })
		server.saveMine.mockResolvedValueOnce(keptMember())
		await used.saveMine({ name: 'Yvonne', version: 0 })
		expect(knownMine(cache)?.id).toBe(7)
	})

	it('that deletes names the card, and leaves nothing of it on the page', async () => {
		const { used, cache } = within(useMemberActions, keptMember(), { path: '/' })
		server.deleteMember.mockResolvedValueOnce(null)
		await used.remove(7)
		expect(server.deleteMember).toHaveBeenCalledExactlyOnceWith(7)
		expect(knownMine(cache)).toBeNull()
		expect(cache.get(memberKeys.card(7))).toBeUndefined()
	})

	it('that is refused changes nothing and is thrown', async () => {
		const { used, cache } = within(useMemberActions, keptMember(), { path: '/' })
		server.saveMine.mockRejectedValueOnce(new ApiError(409, 'stale_version'))
		await expect(used.saveMine({ name: 'x', version: 2 })).rejects.toMatchObject({ reason: 'stale_version' })
		expect(knownMine(cache)?.version).toBe(3)
	})
})
