/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../api/apiError.ts'
import { useAction } from './useAction.ts'

describe('an action', () => {
	it('is pending while it runs, and returns the result', async () => {
		const { run, pending, sentence } = useAction(async (number: number) => number * 2)
		const running = run(21)
		expect(pending.value).toBe(true)
		expect(await running).toEqual({ done: true, value: 42 })
		expect(pending.value).toBe(false)
		expect(sentence.value).toBe('')
	})

	it('runs once, however often the button is pressed', async () => {
		const work = vi.fn(async () => 'done')
		const { run } = useAction(work)
		const outcomes = await Promise.all([run(), run()])
		expect(work).toHaveBeenCalledTimes(1)
		expect(outcomes.map(({ done }) => done)).toEqual([true, false])
	})

	it('turns a refusal into a sentence, and clears it after the next success', async () => {
		const work = vi.fn().mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce('done')
		const { run, sentence, error } = useAction(() => work() as Promise<string>)
		expect((await run()).done).toBe(false)
		expect(sentence.value).toMatch(/did not answer.*What you wrote is still here/)
		expect(error.value).toBeInstanceOf(ApiError)
		expect((await run()).done).toBe(true)
		expect(sentence.value).toBe('')
	})

	it('reports a programming error to the console', async () => {
		const shown = vi.spyOn(console, 'error').mockImplementation(() => undefined)
		const { run, sentence } = useAction(async () => {
			throw new TypeError('a mistake')
		})
		await run()
		expect(shown).toHaveBeenCalledWith(expect.any(TypeError))
		expect(sentence.value).toContain('went wrong')
	})
})
