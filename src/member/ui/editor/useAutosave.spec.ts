/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Saved } from './useAutosave.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { ApiError } from '../../../api/apiError.ts'
import { useAutosave } from './useAutosave.ts'

const save = vi.fn<() => Promise<Saved>>()
let pending = true
let scope: ReturnType<typeof effectScope>
let autosave: ReturnType<typeof useAutosave>

beforeEach(() => {
	vi.useFakeTimers()
	save.mockReset().mockResolvedValue('done')
	pending = true
	scope = effectScope()
	autosave = scope.run(() => useAutosave(() => pending, save))!
})
afterEach(() => {
	scope.stop()
	vi.useRealTimers()
})

/** A save that stays pending until it is resolved by the test. */
function slow() {
	let finish!: (outcome: Saved) => void
	save.mockImplementationOnce(() => new Promise((resolve) => {
		finish = resolve
	}))
	return (outcome: Saved) => finish(outcome)
}

describe('saving while typing', () => {
	it('waits for a pause', async () => {
		autosave.touch()
		await vi.advanceTimersByTimeAsync(700)
		autosave.touch()
		await vi.advanceTimersByTimeAsync(700)
		expect(save).not.toHaveBeenCalled()
		expect(autosave.saving.value).toBe(true)
		await vi.advanceTimersByTimeAsync(200)
		expect(save).toHaveBeenCalledTimes(1)
		expect(autosave.saving.value).toBe(false)
		expect(autosave.saved.value).not.toBeNull()
	})

	it('does not wait on request, and sends nothing without changes', async () => {
		autosave.touch()
		await autosave.flush()
		expect(save).toHaveBeenCalledTimes(1)
		pending = false
		autosave.touch()
		await autosave.flush()
		await vi.advanceTimersByTimeAsync(2000)
		expect(save).toHaveBeenCalledTimes(1)
		expect(autosave.saving.value).toBe(false)
	})

	it('has one request at a time, and sends the next when it is done', async () => {
		const finish = slow()
		void autosave.flush()
		autosave.touch()
		await vi.advanceTimersByTimeAsync(2000)
		void autosave.flush()
		expect(save).toHaveBeenCalledTimes(1)
		finish('done')
		await vi.advanceTimersByTimeAsync(0)
		expect(save).toHaveBeenCalledTimes(2)
	})

	it('waits for the pause after text typed during a request', async () => {
		const finish = slow()
		void autosave.flush()
		autosave.touch()
		finish('done')
		await vi.advanceTimersByTimeAsync(0)
		expect(save).toHaveBeenCalledTimes(1)
		expect(autosave.saving.value).toBe(true)
		await vi.advanceTimersByTimeAsync(900)
		expect(save).toHaveBeenCalledTimes(2)
	})

	it('sends the rest immediately if the server took only part', async () => {
		save.mockResolvedValueOnce('again').mockResolvedValueOnce('again')
		await autosave.flush()
		expect(save).toHaveBeenCalledTimes(3)
	})
})

describe('a save that fails', () => {
	it('is retried at longer and longer intervals until it works', async () => {
		save.mockRejectedValueOnce(new ApiError(500, 'server')).mockRejectedValueOnce(new ApiError(0, 'offline'))
		await autosave.flush()
		expect(autosave.failure.value).toBeInstanceOf(ApiError)
		await vi.advanceTimersByTimeAsync(5_000)
		expect(save).toHaveBeenCalledTimes(2)
		await vi.advanceTimersByTimeAsync(5_000)
		expect(save).toHaveBeenCalledTimes(2)
		await vi.advanceTimersByTimeAsync(10_000)
		expect(save).toHaveBeenCalledTimes(3)
		expect(autosave.failure.value).toBeNull()
	})

	it('is retried immediately when the network is back', async () => {
		save.mockRejectedValueOnce(new ApiError(0, 'offline'))
		await autosave.flush()
		window.dispatchEvent(new Event('online'))
		await vi.advanceTimersByTimeAsync(0)
		expect(save).toHaveBeenCalledTimes(2)
		expect(autosave.failure.value).toBeNull()
	})

	it('is not retried if that cannot help', async () => {
		save.mockRejectedValueOnce(new ApiError(404, 'not_found'))
		await autosave.flush()
		await vi.advanceTimersByTimeAsync(300_000)
		expect(save).toHaveBeenCalledTimes(1)
	})

	it('is not retried by a page that was left', async () => {
		save.mockRejectedValueOnce(new ApiError(0, 'offline'))
		const last = autosave.flush()
		scope.stop()
		await last
		await vi.advanceTimersByTimeAsync(300_000)
		window.dispatchEvent(new Event('online'))
		expect(save).toHaveBeenCalledTimes(1)
	})
})
