/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Person } from './review/draft.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { ApiError } from '../api/apiError.ts'
import { mountPage } from '../shared/testing/mountPage.ts'
import * as gateway from './gateway.ts'
import { draftOf } from './review/draft.ts'
import { sampleReading } from './testing/sample.ts'
import { useKnownPeople } from './useKnownPeople.ts'
import { useReview } from './useReview.ts'

vi.mock('./gateway.ts')
const server = vi.mocked(gateway)
const review = useReview()

beforeEach(() => {
	vi.useFakeTimers()
	vi.resetAllMocks()
	review.close()
	review.draft.value = draftOf(sampleReading(), null)
	server.findPeople.mockImplementation(async (people) => people.map(({ key, name }) => ({ key, matches: name === 'Odile Marcenac' ? [{ by: 'email', member: { id: 3 } }] : [] }) as never))
})

afterEach(() => {
	vi.useRealTimers()
})

function use() {
	let looking!: ReturnType<typeof useKnownPeople>
	const { page } = mountPage({ setup: () => {
		looking = useKnownPeople()
		return () => h('p')
	} })
	return { looking, page }
}

/** The people of the draft, changed. */
function people(change: (people: Person[]) => Person[]): void {
	review.draft.value = { ...review.draft.value!, people: change(review.draft.value!.people) }
}

describe('looking up the people of the rosters', () => {
	it('asks for each by name and address, under words of its own, and keeps who they may be', async () => {
		use()
		await vi.advanceTimersByTimeAsync(0)
		expect(server.findPeople).toHaveBeenCalledExactlyOnceWith([
			{ key: '0', name: 'Odile Marcenac', email: 'odile@example.org' },
			{ key: '1', email: 'linh@example.org' },
			{ key: '2', name: 'S Labatut' },
			{ key: '3', name: 'Loïc Tréguer', email: 'loic@example.org' },
		])
		expect([...review.known.value].map(([key, matches]) => [key, matches.length])).toEqual([
			['Odile Marcenac\nodile@example.org', 1],
			['\nlinh@example.org', 0],
			['S Labatut\n', 0],
			['Loïc Tréguer\nloic@example.org', 0],
		])
	})

	it('asks for a corrected person alone, once no other correction follows', async () => {
		use()
		await vi.advanceTimersByTimeAsync(0)
		people(([first, ...others]) => [{ ...first!, name: 'Odile M' }, ...others])
		await vi.advanceTimersByTimeAsync(299)
		people(([first, ...others]) => [{ ...first!, name: 'Odile Marcenac-Bru' }, ...others])
		await vi.advanceTimersByTimeAsync(299)
		expect(server.findPeople).toHaveBeenCalledTimes(1)
		await vi.advanceTimersByTimeAsync(1)
		expect(server.findPeople.mock.calls.slice(1)).toEqual([[[{ key: '0', name: 'Odile Marcenac-Bru', email: 'odile@example.org' }]]])
		expect(review.known.value.size).toBe(5)
	})

	it('asks nothing when nobody is new', async () => {
		use()
		await vi.advanceTimersByTimeAsync(0)
		people((all) => all.map((person) => ({ ...person, phone: '06 39 98 00 00' })))
		await vi.advanceTimersByTimeAsync(300)
		expect(server.findPeople).toHaveBeenCalledTimes(1)
	})

	it('asks for two who are written alike once', async () => {
		people(([first]) => [first!, { ...first!, id: 'p9', email: 'ODILE@example.org' }])
		use()
		await vi.advanceTimersByTimeAsync(0)
		expect(server.findPeople.mock.calls[0]![0]).toHaveLength(1)
	})

	it('leaves out people without name and address, and what is too long to be one', async () => {
		people(([first]) => [
			{ ...first!, name: '', email: '' },
			{ ...first!, name: 'a'.repeat(121) },
			{ ...first!, email: 'a'.repeat(255) },
			{ ...first!, name: 'a'.repeat(120), email: 'b'.repeat(254) },
		])
		use()
		await vi.advanceTimersByTimeAsync(0)
		expect(server.findPeople.mock.calls).toEqual([[[{ key: '0', name: 'a'.repeat(120), email: 'b'.repeat(254) }]]])
	})

	it('asks for many in portions', async () => {
		people(([first]) => Array.from({ length: 501 }, (_, index) => ({ ...first!, id: `p${index}`, name: `Personne ${index}` })))
		use()
		await vi.advanceTimersByTimeAsync(0)
		expect(server.findPeople.mock.calls.map(([some]) => some.length)).toEqual([500, 1])
		expect(review.known.value.size).toBe(501)
	})

	it('says when it fails, and asks nothing more once the page is left', async () => {
		server.findPeople.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const { looking, page } = use()
		await vi.advanceTimersByTimeAsync(0)
		expect([looking.error.value, review.known.value.size]).toEqual([expect.any(ApiError), 0])
		people((all) => [...all])
		page.unmount()
		await vi.advanceTimersByTimeAsync(1000)
		expect(server.findPeople).toHaveBeenCalledTimes(1)
	})
})
