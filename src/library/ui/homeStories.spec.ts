/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Stories, Story } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import HomeStories from './HomeStories.vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../sheet/gateway.ts'
import { sampleStories, sampleStory } from '../sheet/testing/sample.ts'

vi.mock('../sheet/gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

const answer = (sheets: Story[], more: Partial<Stories> = {}) => sampleStories({ all: { sheets, total: sheets.length }, ...more })

it('shows the latest sheets, and leads to the library', async () => {
	server.getStories.mockResolvedValueOnce(answer([1, 2, 3, 4].map((file) => sampleStory({ fileId: String(file) }))))
	const { page } = mountPage(HomeStories)
	expect(page.text()).toBe('')
	await flushPromises()
	expect(page.get('h2').text()).toBe('New in the library')
	expect(page.findAll('.found-row h3')).toHaveLength(3)
	expect(page.findAll('a').at(-1)!.attributes('href')).toBe('/library')
})

it('shows nothing where there are none', async () => {
	server.getStories.mockResolvedValueOnce(answer([]))
	const { page } = mountPage(HomeStories)
	await flushPromises()
	expect(page.text()).toBe('')
})

it('says what could not be loaded, and tries again', async () => {
	server.getStories.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(answer([sampleStory()]))
	const { page } = mountPage(HomeStories)
	await flushPromises()
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.found-row')).toHaveLength(1)
})

it('names new texts the person has not signed, and nothing else', async () => {
	const signable = [sampleStory({ fileId: '17', title: 'Des villages !', kind: 'manifesto' }), sampleStory({ fileId: '18', title: 'Signé', kind: 'manifesto' })]
	server.getStories.mockResolvedValueOnce(answer([], { signable: { sheets: signable, total: 2 }, toSign: ['17'] }))
	const { page } = mountPage(HomeStories)
	await flushPromises()
	expect(page.findAll('h2').map((title) => title.text())).toEqual(['To be signed'])
	expect(page.findAll('h3 a').map((link) => [link.text(), link.attributes('href')])).toEqual([['Des villages\u00A0!', '/library/sheet/17']])
})
