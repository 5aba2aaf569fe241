/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, isReason } from './apiError.ts'
import { call } from './client.ts'
import { endpoint } from './endpoint.ts'

const request = vi.hoisted(() => vi.fn())
// The house has one door to axios; what comes through it is imitated by its marks alone.
vi.mock('@nextcloud/axios', () => ({
	default: { request },
	isAxiosError: (error: { isAxiosError?: boolean }) => error?.isAxiosError === true,
}))

/** What axios throws. */
function thrown(code: string, response?: { status: number, data: unknown }) {
	return Object.assign(new Error(code), { isAxiosError: true, code, response })
}

const rename = endpoint({
	method: 'PUT',
	path: '/things/{id}/{word}',
	summary: 'For the test',
	who: 'account',
	body: v.object({ name: v.string() }),
	answer: v.object({ name: v.string() }),
	errors: ['too_long'],
})

async function failure(error: unknown): Promise<unknown> {
	request.mockRejectedValueOnce(error)
	return call(rename, { path: { id: 7, word: 'a' }, body: { name: 'x' } }).catch((caught: unknown) => caught)
}

beforeEach(() => {
	request.mockReset()
	vi.stubGlobal('_oc_webroot', '/cloud')
})

describe('a call', () => {
	it('fills the path, sends the body and gives the parsed answer', async () => {
		request.mockResolvedValueOnce({ data: { ocs: { data: { name: 'x', more: 1 } } } })
		const answer = await call(rename, { path: { id: 7, word: 'a/b é' }, body: { name: 'x' } })
		expect(answer).toEqual({ name: 'x' })
		expect(request).toHaveBeenCalledWith(expect.objectContaining({ method: 'PUT', data: { name: 'x' } }))
		expect(request.mock.calls[0]![0].url).toMatch(/\/ocs\/v2\.php\/apps\/reseau\/api\/v1\/things\/7\/a%2Fb%20%C3%A9$/)
	})

	it('does not leave without a parameter of its path', async () => {
		await expect(call(rename, { path: { id: 7 }, body: { name: 'x' } })).rejects.toThrow('needs word')
		expect(request).not.toHaveBeenCalled()
	})
})

describe('a refusal', () => {
	it('keeps the reason and where it lies', async () => {
		const error = await failure(thrown('ERR_BAD_REQUEST', { status: 400, data: { ocs: { data: { error: 'too_long', field: 'seeks.0.text', max: 500 } } } }))
		expect(error).toBeInstanceOf(ApiError)
		expect(error).toMatchObject({ status: 400, reason: 'too_long', field: 'seeks.0.text', max: 500 })
	})

	it('brings along what is stored now', async () => {
		const error = await failure(thrown('ERR_BAD_REQUEST', { status: 409, data: { ocs: { data: { error: 'stale_version', current: { version: 4 } } } } }))
		expect(isReason(error, 'stale_version')).toBe(true)
		expect(error).toMatchObject({ current: { version: 4 } })
	})

	it.each([
		[401, { ocs: { data: [] } }, 'login'],
		[412, { message: 'CSRF check failed' }, 'login'],
		[403, { ocs: { data: [] } }, 'not_allowed'],
		[404, '<html>', 'not_found'],
		[429, '', 'too_many_requests'],
		[413, 'Request entity too large', 'server'],
		[500, { ocs: { data: [] } }, 'server'],
		[503, '<html>', 'server'],
	])('that is none of ours (%i) has a reason too', async (status, data, reason) => {
		expect(await failure(thrown('ERR_BAD_REQUEST', { status, data }))).toMatchObject({ status, reason })
	})
})

describe('trouble on the way', () => {
	it('without an answer is told as offline', async () => {
		expect(await failure(thrown('ERR_NETWORK'))).toMatchObject({ status: 0, reason: 'offline' })
	})

	it('is none for a call nobody waits for any more', async () => {
		const controller = new AbortController()
		controller.abort()
		request.mockRejectedValueOnce(thrown('ERR_CANCELED'))
		await expect(call(rename, { path: { id: 7, word: 'a' }, body: { name: 'x' }, signal: controller.signal })).rejects.toBe(controller.signal.reason)
	})

	it('takes an answer of another shape for a failure of the server', async () => {
		request.mockResolvedValueOnce({ data: { ocs: { data: { name: 5 } } } })
		await expect(call(rename, { path: { id: 7, word: 'a' }, body: { name: 'x' } })).rejects.toMatchObject({ reason: 'server' })
		request.mockResolvedValueOnce({ data: '<html>' })
		await expect(call(rename, { path: { id: 7, word: 'a' }, body: { name: 'x' } })).rejects.toMatchObject({ reason: 'server' })
	})
})
