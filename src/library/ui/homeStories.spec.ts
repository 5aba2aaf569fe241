/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import HomeStories from './HomeStories.vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../sheet/gateway.ts'
import { sampleSummary } from '../sheet/testing/sample.ts'

vi.mock('../sheet/gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

const answer = (sheets: ReturnType<typeof sampleSummary>[]) => ({ sheets, facets: null, total: sheets.length, next: null })

it('shows the latest sheets, and leads to the library', async () => {
	server.listSheets.mockResolvedValueOnce(answer([sampleSummary()]))
	const { page } = mountPage(HomeStories)
	expect(page.text()).toBe('')
	await flushPromises()
	expect(server.listSheets).toHaveBeenCalledWith({ sort: 'fresh', limit: 3 }, expect.anything())
	expect(page.get('h2').text()).toBe('New in the library')
	expect(page.findAll('.found-row h3')).toHaveLength(1)
	expect(page.findAll('a').at(-1)!.attributes('href')).toBe('/library')
})

it('shows nothing where there are none', async () => {
	server.listSheets.mockResolvedValueOnce(answer([]))
	const { page } = mountPage(HomeStories)
	await flushPromises()
	expect(page.text()).toBe('')
})

it('says what could not be loaded, and tries again', async () => {
	server.listSheets.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(answer([sampleSummary()]))
	const { page } = mountPage(HomeStories)
	await flushPromises()
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.found-row')).toHaveLength(1)
})
