/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Neighbour, Neighbourhood } from '../../link/model.ts'
import type { Member } from '../../member/model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { ApiError } from '../../api/apiError.ts'
import * as link from '../../link/gateway.ts'
import { sampleAround, sampleBond, sampleNeighbour } from '../../link/testing/sample.ts'
import * as members from '../../member/gateway.ts'
import { seedMembers } from '../../member/index.ts'
import { keptMember, sampleSummary } from '../../member/testing/sample.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import { seedVocabulary } from '../../vocabulary/index.ts'
import { mapRoutes } from '../routes.ts'

vi.mock('../../link/gateway.ts')
vi.mock('../../member/gateway.ts')

function neighbour(type: 'member' | 'group', id: string, title: string, words: string, through?: string) {
	return sampleNeighbour({
		type,
		id,
		title,
		bonds: [{ ...sampleBond(words), ...through ? { through: { type: 'group', id: through } } : {} }],
	})
}

let people: Neighbour[]
let groups: Neighbour[]

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	people = [neighbour('member', '8', 'Odile Marcenac', 'facilite Eau', '3')]
	groups = [neighbour('group', '3', 'Eau', 'participe à ce groupe')]
	vi.mocked(link).getNeighbourhood.mockImplementation(async (subject, kind): Promise<Neighbourhood> => {
		const items = kind === 'people' ? people : groups
		return sampleAround(items.length === 0 ? [] : [{ kind: kind!, total: items.length, items }], { ...subject, title: subject.id === '8' ? 'Odile Marcenac' : 'Linh' })
	})
	vi.mocked(members).getMember.mockImplementation(async (id) => keptMember({ id, seeks: [], offers: [] }))
})

async function show(address: string, mine: Member | null = keptMember({ id: 1, seeks: [{ text: 'a', terms: ['eau'] }], offers: [{ text: 'b', terms: ['eau', 'gone'] }] })) {
	const router = createRouter({ history: createMemoryHistory(), routes: [...mapRoutes, { path: '/:path(.*)*', component: { render: () => null } }] })
	await router.push(address)
	const { page } = mountPage(RouterView, {
		router,
		seed(cache) {
			seedMembers(cache, mine, { path: address })
			seedVocabulary(cache, { values: [], sectors: [], themes: [{ id: 'eau', label: 'Eau partagée' }], publics: [] })
		},
	})
	await vi.dynamicImportSettled()
	await flushPromises()
	return { page, router }
}

const rows = (page: Awaited<ReturnType<typeof show>>['page']) => page.findAll('.around-list li').map((row) => row.text().replace(/\s+/g, ' '))

describe('the map', () => {
	it('opens on oneself, with words for what ties', async () => {
		const { page } = await show('/map')
		expect(page.get('h2').text()).toBe('Around you')
		expect(rows(page)).toEqual(['Eau participe à ce groupeOdile Marcenac', 'Odile Marcenac', 'Eau partagée looked for and offered'])
		expect(page.findAll('.around-list a').map((one) => one.attributes('href'))).toEqual(['/map?around=g3', '/map?around=m8', '/map?around=teau'])
		expect(page.get('.centre__actions a').attributes('href')).toBe('/members/1')
	})

	it('goes a step further, with the focus on what is in the middle now', async () => {
		const { page, router } = await show('/map')
		await page.get('a[href="/map?around=m8"]').trigger('click')
		await flushPromises()
		expect(router.currentRoute.value.query).toEqual({ around: 'm8' })
		expect(page.get('h2').text()).toBe('Around Odile Marcenac')
		expect(document.activeElement).toBe(page.get('h2').element)
		expect(page.text()).toContain('Back to what is around me')
	})

	it('has around a theme the people who look for it or offer it', async () => {
		vi.mocked(members).listMembers.mockImplementation(async ({ facet }) => ({ members: facet?.seek ? [sampleSummary({ id: 5, name: 'Noé' })] : [sampleSummary({ id: 6, name: 'Zoé' }), sampleSummary({ id: 5, name: 'Noé' })], total: 2, more: false, next: null, facets: null }))
		const { page } = await show('/map?around=teau')
		expect(page.get('h2').text()).toBe('Around “Eau partagée”')
		expect(rows(page)).toEqual(['Noé looks for it and offers it', 'Zoé offers it'])
	})

	it('says what to do where nothing is around yet, and without a card', async () => {
		people = groups = []
		const { page } = await show('/map', keptMember({ id: 1, seeks: [], offers: [] }))
		expect(page.text()).toContain('Nothing is around you yet.')
		expect(page.findAll('a').map((one) => one.attributes('href'))).toEqual(expect.arrayContaining(['/groups', '/me']))
		const { page: without } = await show('/map', null)
		expect(without.text()).toContain('The map begins with you once you have a card.')
	})

	it('can be asked for again', async () => {
		vi.mocked(link).getNeighbourhood.mockRejectedValueOnce(new ApiError(500, 'server'))
		const { page } = await show('/map')
		expect(page.text()).toContain('Could not load the map.')
		await page.findAll('button').find((button) => button.text() === 'Try again')!.trigger('click')
		await flushPromises()
		expect(rows(page)[0]).toContain('Eau participe à ce groupe')
	})
})
