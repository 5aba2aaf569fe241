/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '../api/apiError.ts'
import { useAskMany } from './useAskMany.ts'

const people = ['Anna', 'Yvon', 'Zoé', 'Wanda', 'Ugo'].map((name, index) => ({ id: index + 1, name }))

describe('asking several people', () => {
	it('continues after a person who cannot be asked, and names them', async () => {
		const ask = vi.fn(async (id: number) => {
			if (id === 2) {
				throw new ApiError(422, 'refused')
			}
		})
		const { run, asked, done, failed, halted, running } = useAskMany(ask)
		await run(people)
		expect(ask.mock.calls.flat()).toEqual([1, 2, 3, 4, 5])
		expect([asked.value, done.value, running.value, halted.value]).toEqual([4, 5, false, null])
		expect(failed.value.map(({ name }) => name)).toEqual(['Yvon'])
	})

	it.each(['offline', 'login', 'server', 'enough_mails', 'too_many_requests'])('stops at an error that affects everyone: %s', async (reason) => {
		const ask = vi.fn(async (id: number) => {
			if (id === 3) {
				throw new ApiError(0, reason)
			}
		})
		const { run, asked, failed, halted } = useAskMany(ask)
		await run(people)
		expect(ask).toHaveBeenCalledTimes(3)
		expect([asked.value, failed.value]).toEqual([2, []])
		expect(halted.value).toMatchObject({ reason })
	})

	it('stops when no more mails can be sent', async () => {
		const ask = vi.fn(async () => {
			throw new ApiError(422, 'mail_failed')
		})
		const { run, failed, halted } = useAskMany(ask)
		await run(people)
		expect(ask).toHaveBeenCalledTimes(3)
		expect(failed.value).toHaveLength(3)
		expect(halted.value).toMatchObject({ reason: 'mail_failed' })
	})

	it('stops after the current person, and starts again', async () => {
		const { run, stop, asked } = useAskMany(async () => stop())
		await run(people)
		expect(asked.value).toBe(1)
		await run([])
		expect(asked.value).toBe(0)
	})
})
