/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FoundGroups } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import AlsoGroups from './AlsoGroups.vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { sampleSummaryOfGroup } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

const titles = ['Eau', 'Fête', 'Vélo']
function answer(changes: Partial<FoundGroups> = {}): FoundGroups {
	return {
		groups: titles.map((title, id) => sampleSummaryOfGroup({ id, title })),
		total: 3,
		next: null,
		...changes,
	}
}

async function show(found: FoundGroups | Error, { partly = false, corrected = false } = {}) {
	if (found instanceof Error) {
		server.findGroups.mockRejectedValueOnce(found)
	} else {
		server.findGroups.mockResolvedValueOnce(found)
	}
	const { page } = mountPage(AlsoGroups, { props: { q: 'informatique', partly, corrected } })
	expect(page.find('.ui-skeleton').exists()).toBe(true)
	await flushPromises()
	return page
}

it('shows three groups under a heading, with a link only where there are more', async () => {
	const page = await show(answer())
	expect(server.findGroups).toHaveBeenCalledWith({ q: 'informatique', limit: 3 }, expect.anything())
	expect(page.get('section').attributes('aria-labelledby')).toBe(page.get('h2').attributes('id'))
	expect(page.get('h2').text()).toBe('Groups')
	expect(page.findAll('h3').map((title) => title.text())).toEqual(titles)
	expect(page.text()).not.toContain('See all groups found')
	const more = await show(answer({ total: 4 }))
	expect(more.findAll('a').at(-1)!.text()).toBe('See all groups found')
	expect(more.findAll('a').at(-1)!.attributes('href')).toBe('/groups?q=informatique')
})

it('leaves no trace where there is nothing', async () => {
	expect((await show(answer({ groups: [], total: 0 }))).text()).toBe('')
})

it('shows groups with some of the words only where the people have only some, and says so', async () => {
	expect((await show(answer({ near: true }))).text()).toBe('')
	expect((await show(answer({ near: true }), { partly: true })).get('.ui-hint').text()).toBe('No group has all these words; these come closest.')
})

it('shows groups for corrected words only where they were corrected for the people', async () => {
	const corrected = [{ from: 'serre', to: 'sert' }]
	expect((await show(answer({ corrected }))).text()).toBe('')
	expect((await show(answer({ corrected }), { corrected: true })).findAll('h3')).toHaveLength(3)
})

it('says what could not be loaded, and tries again', async () => {
	const page = await show(new ApiError(0, 'offline'))
	expect(page.get('h2').text()).toBe('Groups')
	expect(page.get('[role=alert]').text()).toContain('Could not load the list of groups.')
	server.findGroups.mockResolvedValueOnce(answer())
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('h3')).toHaveLength(3)
})
