/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it, vi } from 'vitest'
import { locate, stat } from './folder.ts'

const request = vi.hoisted(() => vi.fn())
vi.mock('@nextcloud/axios', () => ({ default: { request }, isAxiosError: () => false }))

it('a page instead of an answer does not count as “not found”', async () => {
	request.mockResolvedValue({ data: '<!doctype html><html></html>', headers: {} })
	await expect(stat('/Bib')).rejects.toMatchObject({ reason: 'server' })
	request.mockResolvedValue({ data: '<d:multistatus xmlns:d="DAV:"></d:multistatus>', headers: {} })
	await expect(stat('/Bib')).resolves.toBe(null)
})

it('a folder that was moved is found by its id', async () => {
	document.head.dataset.user = 'ann'
	const answer = (path: string, id: number) => `<d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:response><d:href>/remote.php/dav/files/ann${path}</d:href>`
		+ `<d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype><oc:fileid>${id}</oc:fileid><oc:permissions>RGDNVCK</oc:permissions></d:prop></d:propstat></d:response></d:multistatus>`
	request.mockReset()
		.mockResolvedValueOnce({ data: answer('/Bib/Eau', 8), headers: {} })
		.mockResolvedValueOnce({ data: answer('/R%C3%A9cits/Eau/', 7), headers: {} })
		.mockResolvedValueOnce({ data: answer('/R%C3%A9cits/Eau/', 7), headers: {} })
	await expect(locate('/Bib/Eau', 7)).resolves.toMatchObject({ path: '/Récits/Eau', fileId: 7 })
	expect(request.mock.calls[1]![0]).toMatchObject({ method: 'SEARCH', data: expect.stringContaining('<d:literal>7</d:literal>') })
	request.mockReset().mockResolvedValueOnce({ data: answer('/Bib/Eau', 8), headers: {} }).mockResolvedValueOnce({ data: '<d:multistatus xmlns:d="DAV:"></d:multistatus>', headers: {} })
	await expect(locate('/Bib/Eau', 7)).resolves.toBeNull()
})
