/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, isReason, mayHaveSucceeded } from './apiError.ts'
import { call, callService, callServiceWithHeaders } from './client.ts'
import { endpoint } from './endpoint.ts'

const request = vi.hoisted(() => vi.fn())
// The app calls axios in one place only, so a fake needs only its properties.
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

	it('is not sent without a parameter of its path', async () => {
		await expect(call(rename, { path: { id: 7 }, body: { name: 'x' } })).rejects.toThrow('needs word')
		expect(request).not.toHaveBeenCalled()
	})
})

describe('a refusal', () => {
	it('keeps the reason and its place', async () => {
		const error = await failure(thrown('ERR_BAD_REQUEST', { status: 400, data: { ocs: { data: { error: 'too_long', field: 'seeks.0.text', max: 500 } } } }))
		expect(error).toBeInstanceOf(ApiError)
		expect(error).toMatchObject({ status: 400, reason: 'too_long', field: 'seeks.0.text', max: 500 })
	})

	it('says whether a run of the same account is in the way', async () => {
		const refused = async (mine: boolean) => failure(thrown('ERR_BAD_REQUEST', { status: 409, data: { ocs: { data: { error: 'being_made', mine } } } }))
		expect([await refused(true), await refused(false)]).toMatchObject([{ reason: 'being_made', mine: true }, { reason: 'being_made', mine: false }])
	})

	it('includes the stored version', async () => {
		const error = await failure(thrown('ERR_BAD_REQUEST', { status: 409, data: { ocs: { data: { error: 'stale_version', current: { version: 4 } } } } }))
		expect(isReason(error, 'stale_version')).toBe(true)
		expect(error).toMatchObject({ current: { version: 4 } })
	})

	it('includes the sentence of a server that waits for an upgrade', async () => {
		const error = await failure(thrown('ERR_BAD_RESPONSE', { status: 503, data: { ocs: { data: { error: 'updating', serverMessage: 'Being updated.' } } } }))
		expect(error).toMatchObject({ status: 503, reason: 'updating', serverMessage: 'Being updated.' })
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
	])('of a foreign status (%i) has a reason too', async (status, data, reason) => {
		expect(await failure(thrown('ERR_BAD_REQUEST', { status, data }))).toMatchObject({ status, reason })
	})
})

describe('a failed connection', () => {
	it('without an answer is reported as offline', async () => {
		expect(await failure(thrown('ERR_NETWORK'))).toMatchObject({ status: 0, reason: 'offline' })
	})

	it('is not reported for a cancelled call', async () => {
		const controller = new AbortController()
		controller.abort()
		request.mockRejectedValueOnce(thrown('ERR_CANCELED'))
		await expect(call(rename, { path: { id: 7, word: 'a' }, body: { name: 'x' }, signal: controller.signal })).rejects.toBe(controller.signal.reason)
	})

	it('treats an answer of another shape as a server error', async () => {
		request.mockResolvedValueOnce({ data: { ocs: { data: { name: 5 } } } })
		await expect(call(rename, { path: { id: 7, word: 'a' }, body: { name: 'x' } })).rejects.toMatchObject({ reason: 'server' })
		request.mockResolvedValueOnce({ data: '<html>' })
		await expect(call(rename, { path: { id: 7, word: 'a' }, body: { name: 'x' } })).rejects.toMatchObject({ reason: 'server' })
	})
})

describe('another app', () => {
	const Thing = v.object({ id: v.number() })

	it('is called at its own routes, by OCS, or for the files of the account', async () => {
		request.mockResolvedValueOnce({ data: { id: 1, more: 2 }, headers: {} })
		expect(await callService({ at: 'app', method: 'POST', path: '/deck/boards/{id}', values: { id: 'a/b' }, body: { title: 'x' } }, Thing)).toEqual({ id: 1 })
		request.mockResolvedValueOnce({ data: { ocs: { data: { id: 2 } } }, headers: {} })
		expect(await callService({ at: 'ocs', method: 'GET', path: '/circles/circles' }, Thing)).toEqual({ id: 2 })
		document.head.dataset.user = 'odile m'
		request.mockResolvedValueOnce({ data: '', headers: { Date: 'today' } })
		expect(await callServiceWithHeaders({ at: 'files', method: 'MKCOL', path: '/Réseau/a #1' }, v.string())).toEqual({ data: '', headers: { date: 'today' } })
		expect(request.mock.calls.map(([{ url }]) => url)).toEqual([
			expect.stringMatching(/\/index\.php\/apps\/deck\/boards\/a%2Fb$/),
			expect.stringMatching(/\/ocs\/v2\.php\/apps\/circles\/circles$/),
			expect.stringMatching(/\/remote\.php\/dav\/files\/odile%20m\/R%C3%A9seau\/a%20%231$/),
		])
	})

	it.each([
		['says no', 403, { status: 403, message: 'Permission denied' }, { reason: 'not_allowed', serverMessage: 'Permission denied' }],
		['says no by OCS', 403, { ocs: { meta: { statuscode: 403, message: '' }, data: { message: 'Non' } } }, { reason: 'not_allowed', code: 403 }],
		['says no without a word', 401, [], { reason: 'not_allowed' }],
		['knows the session no more', 401, { message: 'Current user is not logged in' }, { reason: 'login' }],
		['knows the token no more', 412, { message: 'CSRF check failed' }, { reason: 'login' }],
		['does not like what it is asked', 400, { ocs: { meta: { statuscode: 122, message: 'Already' }, data: [] } }, { reason: 'refused', code: 122, serverMessage: 'Already' }],
		['has no such thing', 404, { status: 404, message: 'No assignment' }, { reason: 'not_found' }],
		['is not there', 404, '', { reason: 'absent' }],
		['is not there, says OCS', 404, { ocs: { meta: { statuscode: 998, message: 'Invalid query' }, data: [] } }, { reason: 'absent' }],
		['is not for this account', 412, { message: 'App is not enabled' }, { reason: 'absent' }],
		['wants time', 429, [], { reason: 'too_many_requests' }],
		['fails', 500, { status: 500, message: 'Internal server error' }, { reason: 'server' }],
	])('that %s', async (_, status, data, expected) => {
		request.mockRejectedValueOnce(thrown('ERR_BAD_REQUEST', { status, data }))
		const error = await callService({ at: 'app', method: 'GET', path: '/deck/boards' }, Thing).catch((caught: unknown) => caught)
		expect(error).toMatchObject({ status, ...expected })
		expect(mayHaveSucceeded(error)).toBe(status >= 500)
	})

	it('may have done what it could not confirm', async () => {
		const asked = { at: 'app', method: 'GET', path: '/deck/boards' } as const
		request.mockResolvedValueOnce({ data: '<html>', headers: {} })
		expect(mayHaveSucceeded(await callService(asked, Thing).catch((caught: unknown) => caught))).toBe(true)
		request.mockRejectedValueOnce(thrown('ERR_NETWORK'))
		expect(mayHaveSucceeded(await callService(asked, Thing).catch((caught: unknown) => caught))).toBe(true)
	})
})
