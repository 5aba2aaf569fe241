/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupOrder } from './run.ts'

import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useMakingRun } from './useMakingRun.ts'

const making = vi.hoisted(() => ({ one: vi.fn() }))
vi.mock('./queries.ts', () => ({ useMaking: () => making }))

const order = { groupId: 4 } as GroupOrder

beforeEach(() => vi.resetAllMocks())

it('shows the steps on the way, then the end', async () => {
	const { steps, outcome, running } = effectScope().run(useMakingRun)!
	making.one.mockImplementation(async (_order, _signal, onProgress) => {
		expect([steps.value, outcome.value]).toEqual([null, null])
		onProgress('under way')
		expect(steps.value).toBe('under way')
		return 'done'
	})
	await running.run(order, { again: ['board'] } as never)
	expect([steps.value, outcome.value]).toEqual(['under way', 'done'])
	expect(making.one).toHaveBeenCalledExactlyOnceWith(order, expect.any(AbortSignal), expect.any(Function), { again: ['board'] })
	making.one.mockImplementation(async () => {
		expect(outcome.value).toBeNull()
		return 'again'
	})
	await running.run(order)
	expect([outcome.value, making.one.mock.lastCall![3]]).toEqual(['again', {}])
})

it('stops when asked to, or when the page is left; a stopped run can be begun again', async () => {
	const scope = effectScope()
	const { running, stop } = scope.run(useMakingRun)!
	const stopped: boolean[] = []
	making.one.mockImplementation(async (_order, signal: AbortSignal) => {
		stopped.push(signal.aborted)
		stop()
		stopped.push(signal.aborted)
	})
	await running.run(order)
	making.one.mockImplementation(async (_order, signal: AbortSignal) => {
		stopped.push(signal.aborted)
		scope.stop()
		stopped.push(signal.aborted)
	})
	await running.run(order)
	expect(stopped).toEqual([false, true, false, true])
})
