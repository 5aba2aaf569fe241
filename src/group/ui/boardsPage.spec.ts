/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupSummary } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import BoardsPage from './BoardsPage.vue'
import { ApiError } from '../../api/apiError.ts'
import * as deck from '../../board/deck.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'
import * as gateway from '../gateway.ts'
import { may, sampleMine, sampleSummaryOfGroup } from '../testing/sample.ts'

vi.mock('../gateway.ts')
vi.mock('../../board/deck.ts')
const server = vi.mocked(gateway)
const boards = vi.mocked(deck)

const session = { uid: 'remi', name: 'Rémi', email: 'remi@example.org', facilitator: false, admin: false, network: 'Cordée', region: '76', departements: [], facilitators: [], kept: 0, deck: 'used', teams: true, talk: false, library: '', preset: 'request' }
const eau = sampleSummaryOfGroup({ id: 5, title: 'Eau de pluie', boardId: 3, mine: sampleMine() })

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	boards.boardUrl.mockImplementation((id) => `/deck/${id}`)
})

async function show(groups: GroupSummary[] | ApiError, changes: Partial<typeof session> = {}) {
	if (groups instanceof Error) {
		server.listGroups.mockRejectedValueOnce(groups)
	} else {
		server.listGroups.mockResolvedValue(groups)
	}
	const { page } = mountPage(BoardsPage, { provide: [[sessionKey, { ...session, ...changes }]] })
	await flushPromises()
	await flushPromises()
	return page
}

describe('the boards of my groups', () => {
	it('say that a board is not shown, and why', async () => {
		boards.getSnapshots.mockResolvedValueOnce([])
		const page = await show([eau])
		expect(boards.getSnapshots).toHaveBeenCalledExactlyOnceWith([3], [])
		expect(page.findAll('.boards__board').map((board) => board.get('h2').text())).toEqual(['Eau de pluie'])
		expect(page.text()).toContain('Deck does not show you this board')
		expect(page.text()).not.toContain('None of your groups')
	})

	it.each([
		['a member who can fix it', {}, ' A facilitator can fix this.', []],
		['a facilitator what they can do', { can: may('make') }, ' Create what is missing', ['/groups/5/making']],
	] as const)('tell %s, where Deck does not show one', async (_, changes, words, links) => {
		boards.getSnapshots.mockResolvedValueOnce([])
		const page = await show([{ ...eau, ...changes }])
		expect(page.get('.boards__board > p').text()).toMatch(new RegExp(`^Deck does not show you this board: .*${words}$`))
		expect(page.findAll('.boards__board > p a').map((link) => link.attributes('href'))).toEqual(links)
	})

	it.each([
		['where there is none', [], {}, 'None of your groups has a board yet.'],
		['where Deck is absent', [eau], { deck: 'absent' }, 'a Nextcloud app that is not available to you'],
	] as const)('say so %s, and send no request to Deck', async (_, groups, changes, sentence) => {
		const page = await show([...groups], changes)
		expect(page.text()).toContain(sentence)
		expect(boards.getSnapshots).not.toHaveBeenCalled()
	})

	it('send no request to Deck before the viewer uses it', async () => {
		const page = await show([eau], { deck: 'new' })
		expect(boards.getSnapshots).not.toHaveBeenCalled()
		boards.getSnapshots.mockResolvedValueOnce([])
		await page.findAll('button').find((one) => one.text() === 'Show the boards')!.trigger('click')
		await flushPromises()
		expect(boards.getSnapshots).toHaveBeenCalledOnce()
	})

	it('show an error if loading fails, and retry', async () => {
		const page = await show(new ApiError(0, 'offline'))
		expect(page.text()).toContain('Could not load the list of groups.')
		server.listGroups.mockResolvedValueOnce([eau])
		boards.getSnapshots.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValueOnce([])
		const again = () => page.findAll('button').find((one) => one.text() === 'Try again')!.trigger('click')
		await again()
		await flushPromises()
		await flushPromises()
		expect(page.text()).toContain('Could not load the boards from Deck.')
		await again()
		await flushPromises()
		expect(page.text()).toContain('Eau de pluie')
	})
})
