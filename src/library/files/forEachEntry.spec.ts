/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it, vi } from 'vitest'
import { ApiError } from '../../api/apiError.ts'
import { sampleEntry } from '../testing/entry.ts'
import { forEachEntry } from './forEachEntry.ts'

const entries = ['/a', '/b', '/c', '/d'].map((path) => sampleEntry(path))
const paths = (some: readonly { path: string }[]) => some.map(({ path }) => path)

/** Fails for one of them. */
function failing(path: string, error: unknown) {
	return vi.fn(async (entry: { path: string }) => {
		if (entry.path === path) {
			throw error
		}
	})
}

it('continues after an error that concerns one entry, and reports it', async () => {
	const behind: number[] = []
	const locked = new ApiError(423, 'locked')
	const { done, failed } = await forEachEntry(entries, failing('/b', locked), { onProgress: (count) => behind.push(count) })
	expect(paths(done)).toEqual(['/a', '/c', '/d'])
	expect(failed).toEqual([{ path: '/b', error: locked }])
	expect(behind).toEqual([1, 2, 3, 4])
})

it.each([['offline', new ApiError(0, 'offline')], ['a mistake of ours', new TypeError('x')]])('tries nothing more after %s', async (_, error) => {
	const work = failing('/b', error)
	const { done, failed } = await forEachEntry(entries, work)
	expect(paths(done)).toEqual(['/a'])
	expect(failed).toEqual(['/b', '/c', '/d'].map((path) => ({ path, error })))
	expect(work).toHaveBeenCalledTimes(2)
})

it('reports entries not reached as not done, whatever the result of the one before', async () => {
	const error = new ApiError(0, 'offline')
	const unsure = new ApiError(0, 'unsure', { cause: error })
	const { done, failed } = await forEachEntry(entries, failing('/b', unsure))
	expect(paths(done)).toEqual(['/a'])
	expect(failed).toEqual([{ path: '/b', error: unsure }, { path: '/c', error }, { path: '/d', error }])
})

it('reports a fatal failure of the last entry, too', async () => {
	const error = new ApiError(0, 'offline')
	expect((await forEachEntry(entries, failing('/d', error))).failed).toEqual([{ path: '/d', error }])
})

it('stops between two entries; the rest counts as neither done nor failed', async () => {
	const stopping = new AbortController()
	const work = vi.fn(async () => stopping.abort())
	const { done, failed } = await forEachEntry(entries, work, { signal: stopping.signal })
	expect([paths(done), failed, work.mock.calls.length]).toEqual([['/a'], [], 1])
})
