/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiError } from '../../api/apiError.ts'
import { list, listFolders, listTrash, move, put } from './dav.ts'

const answer = (...hrefs: string[]) => `<d:multistatus xmlns:d="DAV:">${hrefs.map((href) => `<d:response><d:href>${href}</d:href></d:response>`).join('')}</d:multistatus>`
const request = vi.hoisted(() => vi.fn())
vi.mock('@nextcloud/axios', () => ({ default: { request }, isAxiosError: () => false }))

function server(data: unknown): void {
	request.mockResolvedValue({ data, headers: {}, status: 207 })
}

beforeEach(() => {
	document.head.dataset.user = 'ann@example.org'
})
afterEach(() => {
	request.mockReset()
	delete document.head.dataset.user
})

it('requests the files of the account and recognises them in the answer', async () => {
	server(answer('/remote.php/dav/files/ann@example.org/Bib%20(2)/', '/remote.php/dav/files/ann@example.org/Bib%20(2)/l%27%c3%a9t%c3%a9.md'))
	const { self, inside } = await list('/Bib (2)')
	expect([self, ...inside].map(({ path }) => path)).toEqual(['/Bib (2)', '/Bib (2)/l\'été.md'])
	expect(request.mock.calls[0]![0].url).toMatch(/\/remote\.php\/dav\/files\/ann%40example\.org\/Bib%20\(2\)$/)
})

// Otherwise callers that wait for a file would wait for ever.
it.each([
	['another folder', answer('/remote.php/dav/files/ann@example.org/Autre/')],
	['another account', answer('/remote.php/dav/files/odile/Bib/')],
	['nothing', answer()],
	['a page to log in', '<!doctype html><html><head></head><body></body></html>'],
	['no text at all', { ok: true }],
])('an answer that contains %s is reported as unreadable', async (_, data) => {
	server(data)
	await expect(list('/Bib')).rejects.toMatchObject({ reason: 'server', status: 200 })
})

it('a page instead of an answer does not count as “not found”', async () => {
	server('<!doctype html><html></html>')
	for (const asked of [listFolders('/Bib', 10), listTrash()]) {
		await expect(asked).rejects.toMatchObject({ reason: 'server' })
	}
})

// Each status of Nextcloud, with the reason that has a sentence.
it.each([
	[412, '', 'exists'],
	[413, '', 'too_big'],
	[423, '', 'locked'],
	[507, '', 'no_room'],
	[400, String.raw`OCA\DAV\Connector\Sabre\Exception\InvalidPath`, 'bad_name'],
	[400, String.raw`Sabre\DAV\Exception\BadRequest`, 'of the server'],
	[409, '', 'not_found'],
	[422, String.raw`OCA\DAV\Connector\Sabre\Exception\InvalidPath`, 'of the server'],
])('status %i %s is %s', async (status, exception, reason) => {
	request.mockRejectedValue(new ApiError(status, 'of the server', { exception }))
	await expect(move('/Bib/a.md', '/Bib/b.md')).rejects.toMatchObject({ status, reason })
})

it('a file whose folder is missing is not uploaded', async () => {
	request.mockRejectedValue(new ApiError(409, 'of the server'))
	await expect(put('/Bib/Perdu/a.md', new Blob(['a']), null, 0)).rejects.toMatchObject({ status: 409, reason: 'not_found' })
	expect(request.mock.calls[0]![0]).toMatchObject({ method: 'PUT', headers: { 'If-None-Match': '*', 'X-OC-MTime': '0' } })
})
