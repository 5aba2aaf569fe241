/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Member } from './model.ts'

import { setInfiniteQueryData, useQuery, useQueryCache } from '@pinia/colada'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { ApiError } from '../api/apiError.ts'
import { NEIGHBOURHOODS_KEY } from '../shared/composables/useInvalidateNeighbourhoods.ts'
import { mountPage } from '../shared/testing/mountPage.ts'
import { criteriaOf } from './criteria.ts'
import * as gateway from './gateway.ts'
import { useHome } from './home/queries.ts'
import { knownMine, knownSummary, memberKeys, seedMembers, useDirectory, useFacetChoices, useMember, useMemberActions, useMine } from './queries.ts'
import { keptMember, sampleChoices, sampleDirectory, sampleMember, sampleSummary } from './testing/sample.ts'

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

const everybody = () => useDirectory(criteriaOf({}))

describe('data sent with the page', () => {
	it('is shown without another request', async () => {
		const garden = criteriaOf({ q: 'jardin', facets: { sector: ['arts'] } })
		const { used } = within(
			() => ({ list: useDirectory(garden), mine: useMine(), card: useMember(() => 7), home: useHome() }),
			keptMember(),
			{
				path: '/members',
				query: { q: 'jardin', facet: { sector: ['arts'], colour: ['blue'] }, sort: 'relevance' },
				directory: sampleDirectory([sampleSummary({ id: 8 })], { total: 3, next: 'next' }),
				home: { welcome: '', awaits: [], beginning: [], meetings: [], groups: [], news: [], searches: [], newest: [sampleSummary({ id: 9 })] },
			},
		)
		await flushPromises()
		expect(used.list.data.value?.pages[0]?.total).toBe(3)
		expect(used.list.hasNextPage.value).toBe(true)
		expect(used.mine.data.value?.id).toBe(7)
		expect(used.card.data.value?.name).toBe('Yvonne Cazalis')
		expect(used.home.data.value?.newest).toHaveLength(1)
		expect(Object.values(server).every((call) => call.mock.calls.length === 0)).toBe(true)
	})

	it('continues with the next page', async () => {
		server.listMembers.mockResolvedValueOnce(sampleDirectory([sampleSummary({ id: 9 })], { total: 2 }))
		const { used } = within(everybody, null, { path: '/members', directory: sampleDirectory([sampleSummary({ id: 8 })], { total: 2, next: 'after-8' }) })
		await used.loadNextPage()
		expect(server.listMembers.mock.calls[0]![0]).toEqual({ cursor: 'after-8' })
		expect(used.data.value?.pages.flatMap(({ members }) => members.map(({ id }) => id))).toEqual([8, 9])
		expect(used.hasNextPage.value).toBe(false)
	})

	it('keeps the loaded pages when the next fails', async () => {
		server.listMembers.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { used } = within(everybody, null, { path: '/members', directory: sampleDirectory([sampleSummary({ id: 8 })], { total: 2, next: 'after-8' }) })
		await used.loadNextPage()
		expect(used.error.value).toBeInstanceOf(ApiError)
		expect(used.data.value?.pages).toHaveLength(1)
	})
})

describe('a search', () => {
	it('followed by another is cancelled, and is not an error on return', async () => {
		const signals: AbortSignal[] = []
		server.listMembers.mockImplementation((_, signal) => {
			signals.push(signal!)
			return new Promise((_resolve, reject) => {
				signal!.addEventListener('abort', () => reject(signal!.reason as Error))
			})
		})
		const q = ref('jar')
		const { used } = within(() => useDirectory(() => criteriaOf({ q: q.value })), null, { path: '/members' })
		await flushPromises()
		q.value = 'jard'
		await flushPromises()
		expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
		expect(server.listMembers.mock.calls.map(([asked]) => asked)).toEqual([{ q: 'jar' }, { q: 'jard' }])
		q.value = 'jar'
		await flushPromises()
		expect(used.error.value).toBeNull()
		expect(signals).toHaveLength(3)
	})

	it('has its choices counted only on request, for any order', async () => {
		server.facetChoices.mockResolvedValue([{ id: 'arts', label: 'Arts', count: 3 }])
		const wanted = ref(false)
		const sort = ref<'name' | 'recent'>('recent')
		const { used } = within(
			() => useFacetChoices('sector', () => criteriaOf({ q: 'eau', facets: { sector: ['arts'] }, sort: sort.value }), wanted),
			null,
			{ path: '/members' },
		)
		await flushPromises()
		expect(server.facetChoices).not.toHaveBeenCalled()
		wanted.value = true
		await flushPromises()
		sort.value = 'name'
		await flushPromises()
		expect(server.facetChoices.mock.calls.map(([asked]) => asked)).toEqual([{ q: 'eau', facet: { sector: ['arts'] }, of: 'sector' }])
		expect(used.data.value).toHaveLength(1)
	})
})

it('knows people by the lists of this page', () => {
	const { cache } = within(() => null, null, {
		path: '/members',
		directory: sampleDirectory([sampleSummary({ id: 8, name: 'Ida' })], { facets: sampleChoices() }),
		home: { welcome: '', awaits: [], beginning: [], meetings: [], groups: [], news: [], searches: [], newest: [sampleSummary({ id: 9, name: 'Jo' })] },
	})
	cache.setQueryData(memberKeys.choices('sector', criteriaOf({})), [{ id: 'arts', label: 'Arts', count: 1 }])
	expect([8, 9, 10].map((id) => knownSummary(cache, id)?.name)).toEqual(['Ida', 'Jo', undefined])
})

it('shows a card from the list of kept cards, and requests it anyway', async () => {
	server.getMember.mockResolvedValueOnce(sampleMember({ id: 8, headline: 'newer' }))
	const { used } = within(() => {
		setInfiniteQueryData(useQueryCache(), memberKeys.kept, { pages: [{ members: [sampleMember({ id: 8, headline: 'older' })], total: 1, next: null }], pageParams: [''] })
		return useMember(() => 8)
	}, null, { path: '/kept' })
	expect(used.data.value?.headline).toBe('older')
	await vi.waitFor(() => expect(used.data.value?.headline).toBe('newer'))
})

it('distinguishes “no card” from a failure', async () => {
	server.getMine.mockRejectedValueOnce(new ApiError(404, 'no_card')).mockRejectedValueOnce(new ApiError(500, 'server'))
	const { used } = within(useMine, keptMember(), { path: '/' })
	await used.refetch()
	expect(used.data.value).toBeNull()
	await used.refetch()
	expect(used.error.value).toMatchObject({ reason: 'server' })
})

describe('a change', () => {
	it('is shown immediately, and the lists are reloaded', async () => {
		const { used, cache } = within(useMemberActions, keptMember(), { path: '/members', directory: sampleDirectory([sampleSummary()]), home: { welcome: '', awaits: [], beginning: [], meetings: [], groups: [], news: [], searches: [], newest: [] } })
		server.setStatus.mockResolvedValueOnce(keptMember({ status: 'paused', version: 4 }))
		await used.setStatus({ id: 7, status: 'paused', version: 3 })
		expect(cache.getQueryData<Member>(memberKeys.card(7))?.status).toBe('paused')
		expect(knownMine(cache)?.version).toBe(4)
		expect(cache.getEntries({ key: memberKeys.lists })).toEqual([])
	})

	it('that creates the first card makes it the viewer’s card', async () => {
		const { used, cache } = within(useMemberActions, null, { path: '/' })
		server.saveMine.mockResolvedValueOnce(keptMember())
		await used.saveMine({ name: 'Yvonne', version: 0 })
		expect(knownMine(cache)?.id).toBe(7)
	})

	it('that deletes names the card, and removes it from the page', async () => {
		const { used, cache } = within(useMemberActions, keptMember(), { path: '/' })
		server.deleteMember.mockResolvedValueOnce(null)
		await used.remove(7)
		expect(server.deleteMember).toHaveBeenCalledExactlyOnceWith(7)
		expect(knownMine(cache)).toBeNull()
		expect(cache.get(memberKeys.card(7))).toBeUndefined()
	})

	it('reloads the panel, in which names may have changed', async () => {
		server.saveMine.mockResolvedValue(keptMember())
		const around = vi.fn(async () => 'around')
		const { used } = within(() => ({ actions: useMemberActions(), panel: useQuery({ key: [...NEIGHBOURHOODS_KEY, 'member', '7'], query: around }) }), keptMember(), { path: '/me' })
		await flushPromises()
		expect(around).toHaveBeenCalledTimes(1)
		await used.actions.saveMine({ version: 1 })
		await flushPromises()
		expect(around).toHaveBeenCalledTimes(2)
	})

	it('that is refused changes nothing and is thrown', async () => {
		const { used, cache } = within(useMemberActions, keptMember(), { path: '/' })
		server.saveMine.mockRejectedValueOnce(new ApiError(409, 'stale_version'))
		await expect(used.saveMine({ name: 'x', version: 2 })).rejects.toMatchObject({ reason: 'stale_version' })
		expect(knownMine(cache)?.version).toBe(3)
	})
})
