/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it, vi } from 'vitest'
import { ApiError } from '../../api/apiError.ts'
import { runVerified } from './runVerified.ts'

const fails = (error: unknown) => () => Promise.reject(error)
const offline = new ApiError(0, 'offline')

it('checks nothing after an answer, refusals included', async () => {
	const look = vi.fn()
	expect(await runVerified(async () => 'done', look)).toBe('done')
	await expect(runVerified(fails(new ApiError(423, 'locked')), look)).rejects.toMatchObject({ reason: 'locked' })
	expect(look).not.toHaveBeenCalled()
})

it.each([
	['no answer', offline],
	['a failure of the server', new ApiError(500, 'server')],
	['an answer of a proxy', new ApiError(504, 'server')],
	['nothing there, as after a call that was done', new ApiError(404, 'not_found')],
])('after %s reports the actual state', async (_, error) => {
	expect(await runVerified(fails(error), async () => 'there')).toBe('there')
	await expect(runVerified(fails(error), async () => null)).rejects.toBe(error)
})

it('reports an unknown result if the check gets no answer', async () => {
	await expect(runVerified(fails(new ApiError(502, 'server')), fails(offline))).rejects.toMatchObject({ reason: 'unsure', cause: { status: 502 } })
	await expect(runVerified(fails(offline), fails(new TypeError('ours')))).rejects.toThrow(TypeError)
})
