/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TestWorker } from '../../shared/testing/testWorker.ts'
import { MOST_TIME, readAside } from './readAside.ts'
import { readMinutes } from './readMinutes.ts'

let worker: TestWorker
const steps = vi.fn()

function read() {
	worker = new TestWorker()
	return readAside('Groupe 1', steps, () => worker as unknown as Worker)
}

beforeEach(() => {
	vi.useFakeTimers()
	steps.mockReset()
})
afterEach(() => vi.useRealTimers())

describe('a file read in a worker', () => {
	it('says how far it is, and then what was read', async () => {
		const { result } = read()
		expect(worker.asked).toEqual([{ read: 'Groupe 1' }])
		worker.say({ minutes: 'step', step: { at: 'page', page: 2, pages: 3 } })
		// A message of pdf.js, which works in the same worker.
		worker.say({ sourceName: 'worker', targetName: 'main', action: 'ready' })
		expect(worker.ended).toBe(false)
		worker.say({ minutes: 'read', reading: { text: 'Groupe 1' } })
		expect(await result).toEqual({ text: 'Groupe 1' })
		expect(steps.mock.calls).toEqual([[{ at: 'page', page: 2, pages: 3 }]])
		expect(worker.ended).toBe(true)
	})

	it('can be stopped at any time', async () => {
		const { result, stop } = read()
		stop()
		expect(await result).toBeNull()
		expect(worker.ended).toBe(true)
	})

	it('is stopped when it takes too long, and not before', async () => {
		const { result } = read()
		const failure = expect(result).rejects.toMatchObject({ name: 'ReadError', reason: 'too_slow' })
		vi.advanceTimersByTime(MOST_TIME - 1)
		expect(worker.ended).toBe(false)
		vi.advanceTimersByTime(1)
		expect(worker.ended).toBe(true)
		await failure
	})

	it.each([
		['is refused with its reason', (one: TestWorker) => one.say({ minutes: 'refused', reason: 'password' }), { name: 'ReadError', reason: 'password' }],
		['that meets a bug of ours is no damaged file', (one: TestWorker) => one.say({ minutes: 'failed', error: 'TypeError: a' }), { name: 'Error', message: 'TypeError: a' }],
		['that does not start is no damaged file', (one: TestWorker) => one.onerror({ message: '' }), { name: 'Error', message: 'The worker that reads minutes did not start' }],
	])('%s', async (_, happens, error) => {
		const { result } = read()
		const failure = expect(result).rejects.toMatchObject(error)
		happens(worker)
		expect(worker.ended).toBe(true)
		await failure
		vi.advanceTimersByTime(MOST_TIME)
	})
})

describe('what the worker does', () => {
	beforeEach(() => vi.useRealTimers())

	it('reads a pasted text to its groups', async () => {
		const message = await readMinutes(readFileSync('tests/fixtures/minutes/dix-groupes.txt', 'utf8'), steps)
		expect(message).toMatchObject({ minutes: 'read', reading: { kind: 'text' } })
		expect(message.minutes === 'read' && message.reading.reading.groups).toHaveLength(10)
		expect(steps.mock.calls).toEqual([[{ at: 'file' }], [{ at: 'text' }]])
	})

	it('counts the pages of a .pdf', async () => {
		const bytes = readFileSync('tests/fixtures/minutes/documents/mis-en-forme.pdf')
		expect(await readMinutes(new File([bytes], 'a.pdf'), steps)).toMatchObject({ minutes: 'read' })
		expect(steps.mock.calls[1]).toEqual([{ at: 'page', page: 1, pages: expect.any(Number) }])
	})

	it('says why there is nothing', async () => {
		expect(await readMinutes(' ', steps)).toEqual({ minutes: 'refused', reason: 'empty' })
	})
})
