/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useDebounced } from './useDebounced.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('calls once, with the last arguments, after the pause', () => {
	const run = vi.fn<(word: string) => void>()
	const debounced = effectScope().run(() => useDebounced(run, 300))!
	debounced('a')
	vi.advanceTimersByTime(299)
	debounced('ab')
	vi.advanceTimersByTime(299)
	expect(run).not.toHaveBeenCalled()
	vi.advanceTimersByTime(1)
	expect(run.mock.calls).toEqual([['ab']])

	debounced('abc')
	vi.advanceTimersByTime(300)
	expect(run.mock.calls, 'and again for the next pause').toEqual([['ab'], ['abc']])
})

it('calls nothing after it was cancelled, or its scope ended', () => {
	const run = vi.fn()
	const scope = effectScope()
	const debounced = scope.run(() => useDebounced(run, 300))!
	debounced()
	debounced.cancel()
	vi.advanceTimersByTime(1000)
	debounced()
	scope.stop()
	vi.advanceTimersByTime(1000)
	expect(run).not.toHaveBeenCalled()
})
