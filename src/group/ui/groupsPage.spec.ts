/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupSummary } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import GroupsPage from './GroupsPage.vue'
import { ApiError } from '../../api/apiError.ts'
import { mountPage, routerAt } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { seedGroups } from '../queries.ts'
import { may, sampleMine, sampleSummaryOfGroup } from '../testing/sample.ts'

vi.mock('../gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
})

function show(groups?: GroupSummary[]) {
	return mountPage(GroupsPage, { seed: (cache) => seedGroups(cache, [], { groups }) }).page
}

it('shows my groups first, with my role, and collapses those that have ended', () => {
	const page = show([
		sampleSummaryOfGroup({ id: 1, title: 'Fête', mine: sampleMine({ until: '2020-01-31' }), requests: 2, charter: { asked: 2 } }),
		sampleSummaryOfGroup({ id: 2 }),
		sampleSummaryOfGroup({ id: 3, title: 'Clos', status: 'closed', facilitators: [], can: may() }),
	])
	expect(page.findAll('h2').map((title) => title.text())).toEqual(['Yours', 'The other groups of the network', 'Dormant or closed'])
	expect(page.findAll('.group-row').map((row) => row.text())).toEqual([
		'FêteGarder l’eau là où elle tombe.facilitated by Yvonne CazalisYou are a member · Your commitment ended on January 31, 2020 · The charter is waiting for your agreement · Someone is waiting for approval',
		'Eau de pluieGarder l’eau là où elle tombe.facilitated by Yvonne CazalisAsk to join',
		'ClosGarder l’eau là où elle tombe.Closed',
	])
	expect(page.findAll('.group-row__join a').map((link) => [link.attributes('href'), link.attributes('aria-label')])).toEqual([['/groups/2/join', 'Ask to join: Eau de pluie']])
	expect(page.get('details').attributes('open')).toBeUndefined()
	expect(page.find('input').exists()).toBe(false)
	expect(server.listGroups).not.toHaveBeenCalled()
})

it('searches long lists, and opens collapsed groups', async () => {
	const page = show(Array.from({ length: 9 }, (_, index) => sampleSummaryOfGroup({ id: index, title: `Groupe ${index}`, status: index === 8 ? 'dormant' : 'active' })))
	await page.get('input').setValue('groupe 8')
	expect(page.findAll('.group-row h3').map((title) => title.text())).toEqual(['Groupe 8'])
	expect(page.get('details').attributes('open')).toBeDefined()
	expect(page.get('[role=status]').text()).toBe('1 group')
	await page.get('input').setValue('vélo')
	expect(page.text()).toContain('No groups match these words.')
})

it('also finds what only the server knows, by the words in the address', async () => {
	const groups = [sampleSummaryOfGroup({ id: 1, title: 'Outils numériques' }), sampleSummaryOfGroup({ id: 2, title: 'Fête' })]
	server.findGroups.mockResolvedValueOnce({ groups: [groups[0]!], total: 1, next: null })
	const { page } = mountPage(GroupsPage, { router: await routerAt('/groups?q=informatique'), seed: (cache) => seedGroups(cache, [], { groups }) })
	await flushPromises()
	expect(server.findGroups).toHaveBeenCalledWith({ q: 'informatique', limit: 100 }, expect.anything())
	expect(page.findAll('.group-row h3').map((title) => title.text())).toEqual(['Outils numériques'])
	expect((page.get('input').element as HTMLInputElement).value).toBe('informatique')
	expect(page.get('[role=status]').text()).toBe('1 group')
})

it('shows groups with some of the words where none has all, and says so', async () => {
	const groups = [sampleSummaryOfGroup({ id: 1, title: 'Vélo' }), sampleSummaryOfGroup({ id: 2, title: 'Fête' })]
	server.findGroups.mockResolvedValueOnce({ groups: [groups[0]!], total: 1, next: null, near: true })
	const { page } = mountPage(GroupsPage, { router: await routerAt('/groups?q=vélo cargo'), seed: (cache) => seedGroups(cache, [], { groups }) })
	await flushPromises()
	expect(page.findAll('.group-row h3').map((title) => title.text())).toEqual(['Vélo'])
	expect(page.get('[role=status]').text()).toContain('No group has all these words; these come closest.')
})

it('puts the words into the address after a pause', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
	const groups = Array.from({ length: 9 }, (_, index) => sampleSummaryOfGroup({ id: index, title: `Groupe ${index}` }))
	server.findGroups.mockResolvedValue({ groups: [], total: 0, next: null })
	const { page, router } = mountPage(GroupsPage, { router: await routerAt('/groups'), seed: (cache) => seedGroups(cache, [], { groups }) })
	await page.get('input').setValue(' eau ')
	expect(router.currentRoute.value.fullPath).toBe('/groups')
	vi.advanceTimersByTime(150)
	await flushPromises()
	expect(router.currentRoute.value.fullPath).toBe('/groups?q=eau')
	expect(server.findGroups).toHaveBeenCalledWith({ q: 'eau', limit: 100 }, expect.anything())
	await page.get('input').setValue('')
	vi.advanceTimersByTime(150)
	await flushPromises()
	expect(router.currentRoute.value.fullPath).toBe('/groups')
	vi.useRealTimers()
})

it('says how to create a group if there is none', () => {
	expect(show([]).text()).toContain('There are no groups yet. A group starts with something to do together and someone to facilitate it.')
})

it('shows an error if the list cannot be loaded, and retries', async () => {
	server.listGroups.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce([sampleSummaryOfGroup()])
	const page = show()
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('Could not load the list of groups.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.findAll('.group-row')).toHaveLength(1)
})
