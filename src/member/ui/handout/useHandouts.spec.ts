/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Handouts } from '../../model.ts'

import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { ApiError } from '../../../api/apiError.ts'
import { criteriaOf } from '../../criteria.ts'
import * as gateway from '../../gateway.ts'
import { MOST_PRINTED, useHandouts } from './useHandouts.ts'

vi.mock('../../gateway.ts')
const server = vi.mocked(gateway)
const criteria = criteriaOf({ q: 'laine', sort: 'recent' })

/** Some people of a network of `total`, from number `from` on. */
function page(from: number, total: number, size = 50): Handouts {
	const ids = Array.from({ length: Math.min(size, total - from) }, (_, i) => from + i)
	const next = from + size < total ? String(from + size) : null
	return { members: ids.map((id) => ({ id, uid: null, name: `Nom ${id}`, joined: '2026-01-15' })), total, more: false, next }
}

const gathering = (most?: number) => effectScope().run(() => useHandouts(most))!

beforeEach(() => {
	vi.resetAllMocks()
	server.listHandouts.mockImplementation(async ({ cursor, ids }) => ids
		? { members: ids.map((id) => ({ id, uid: null, name: '', joined: '' })), total: ids.length, more: false, next: null }
		: page(Number(cursor ?? 0), 120))
})

it('all people found are loaded page by page, in the requested order', async () => {
	const { gather, members, expected, complete, cut } = gathering()
	expect(await gather({ criteria })).toBe(true)
	expect(server.listHandouts.mock.calls.map(([query]) => query)).toEqual([
		{ q: 'laine', sort: 'recent', limit: 50 },
		{ q: 'laine', sort: 'recent', limit: 50, cursor: '50' },
		{ q: 'laine', sort: 'recent', limit: 50, cursor: '100' },
	])
	expect(members.value.map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, i) => i))
	expect([expected.value, complete.value, cut.value]).toEqual([120, true, false])
})

it('no more than the maximum are loaded, and the page knows it', async () => {
	server.listHandouts.mockImplementation(async ({ cursor }) => page(Number(cursor ?? 0), 10_000))
	const { gather, members, expected, cut } = gathering(MOST_PRINTED)
	expect(await gather({ criteria })).toBe(true)
	expect([members.value.length, expected.value, cut.value]).toEqual([MOST_PRINTED, MOST_PRINTED, true])
	expect(server.listHandouts).toHaveBeenCalledTimes(MOST_PRINTED / 50)
})

it('without a maximum all are loaded, also where they are too many to be counted', async () => {
	server.listHandouts.mockImplementation(async ({ cursor }) => ({ ...page(Number(cursor ?? 0), 1230), total: 1000, more: true }))
	const { gather, members, expected, cut } = gathering()
	expect(await gather({ criteria })).toBe(true)
	expect([members.value.length, expected.value, cut.value]).toEqual([1230, null, false])
	expect(server.listHandouts).toHaveBeenCalledTimes(25)
})

it('stops, keeps the loaded ones, and continues from there', async () => {
	const { gather, stop, members, loading, complete } = gathering()
	server.listHandouts.mockImplementationOnce(async () => page(0, 120)).mockImplementationOnce((_, signal) => new Promise((_, reject) => {
		signal!.addEventListener('abort', () => reject(signal!.reason))
	}))
	const whole = gather({ criteria })
	await vi.waitFor(() => expect(server.listHandouts).toHaveBeenCalledTimes(2))
	stop()
	expect(await whole).toBe(false)
	expect([members.value.length, loading.value, complete.value]).toEqual([50, false, false])
	expect(await gather()).toBe(true)
	expect(members.value).toHaveLength(120)
})

it('says why it stopped, and continues from there', async () => {
	const { gather, members, error } = gathering()
	server.listHandouts.mockImplementationOnce(async () => page(0, 120)).mockRejectedValueOnce(new ApiError(0, 'offline'))
	expect(await gather({ criteria })).toBe(false)
	expect([members.value.length, (error.value as ApiError).reason]).toEqual([50, 'offline'])
	expect(await gather()).toBe(true)
	expect([members.value.length, error.value]).toEqual([120, null])
})

it('chosen people are loaded in portions, even if some are gone', async () => {
	const { gather, members, expected } = gathering()
	server.listHandouts.mockImplementationOnce(async () => ({ members: [], total: 0, more: false, next: null }))
	expect(await gather({ ids: Array.from({ length: 70 }, (_, i) => i) })).toBe(true)
	expect(server.listHandouts.mock.calls.map(([query]) => query.ids?.length)).toEqual([50, 20])
	expect([members.value.length, expected.value]).toEqual([20, 70])
})

it('a new request replaces the current one', async () => {
	const { gather, members } = gathering()
	let answer: (page: Handouts) => void = () => undefined
	server.listHandouts.mockImplementationOnce(() => new Promise((resolve) => {
		answer = resolve
	}))
	const first = gather({ criteria })
	const second = gather({ ids: [7] })
	answer(page(0, 3))
	expect([await first, await second]).toEqual([false, true])
	expect(members.value.map(({ id }) => id)).toEqual([7])
})
