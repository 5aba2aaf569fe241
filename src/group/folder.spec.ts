/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it, vi } from 'vitest'
import { stat } from './folder.ts'

const request = vi.hoisted(() => vi.fn())
vi.mock('@nextcloud/axios', () => ({ default: { request }, isAxiosError: () => false }))

it('a page instead of an answer does not count as “not found”', async () => {
	request.mockResolvedValue({ data: '<!doctype html><html></html>', headers: {} })
	await expect(stat('/Bib')).rejects.toMatchObject({ reason: 'server' })
	request.mockResolvedValue({ data: '<d:multistatus xmlns:d="DAV:"></d:multistatus>', headers: {} })
	await expect(stat('/Bib')).resolves.toBe(null)
})
