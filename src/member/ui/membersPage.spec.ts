/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import MembersPage from './MembersPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { seedVocabulary } from '../../settings/index.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { seedMembers } from '../queries.ts'
import { keptMember, sampleMember, samplePage } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

function show(members?: ReturnType<typeof samplePage>, mine: ReturnType<typeof keptMember> | null = keptMember()) {
	return mountPage(MembersPage, {
		seed(cache) {
			seedVocabulary(cache, { values: [], sectors: [], themes: [], publics: [] })
			seedMembers(cache, mine, { path: '/members', members })
		},
	}).page
}

it('lists people by their cards, with the total and a way to one’s own', () => {
	const page = show(samplePage([
		sampleMember({ id: 8, name: 'Ida', trades: ['meunière'], seeks: [{ text: 'Du grain', terms: [] }] }),
		sampleMember({ id: 9, name: 'Jo', uid: null, steward: { uid: 'ida', name: 'Ida' } }),
	], 48))
	expect(page.get('[role=status]').text()).toBe('48 people')
	expect(page.findAll('.member-tile__link').map((link) => link.attributes('href'))).toEqual(['/members/8', '/members/9'])
	expect(page.text()).toContain('Meunière')
	expect(page.text()).toContain('Card kept by Ida')
	expect(page.text()).toContain('Complete my card')
	expect(page.find('.ui-more').exists()).toBe(false)
})

it('goes on by a button', async () => {
	server.listMembers.mockResolvedValueOnce(samplePage([sampleMember({ id: 9, name: 'Jo' })], 2))
	const page = show(samplePage([sampleMember({ id: 8, name: 'Ida' })], 2, 'after-ida'))
	await page.get('.ui-more button').trigger('click')
	await flushPromises()
	expect(page.findAll('.member-tile').length).toBe(2)
	expect(page.find('.ui-more').exists()).toBe(false)
})

it('keeps the list and offers to try again when the rest does not come', async () => {
	server.listMembers.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce(samplePage([sampleMember({ id: 9 })], 2))
	const page = show(samplePage([sampleMember({ id: 8 })], 2, 'after-ida'))
	await page.get('.ui-more button').trigger('click')
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('what is above is complete')
	await page.get('.ui-more button').trigger('click')
	await flushPromises()
	expect(page.findAll('.member-tile').length).toBe(2)
})

it('tells when the list does not come at all, and asks again', async () => {
	server.listMembers.mockRejectedValueOnce(new ApiError(500, 'server')).mockResolvedValueOnce(samplePage([sampleMember()]))
	const page = show()
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('The list of members did not come.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.member-tile').length).toBe(1)
})

it('invites the first one in', () => {
	const page = show(samplePage([]), null)
	expect(page.text()).toContain('Nobody is here yet')
	expect(page.text()).toContain('Make my card')
})
