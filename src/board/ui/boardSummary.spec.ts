/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Session } from '../../settings/index.ts'
import type { BoardSnapshot, DeckCard } from '../model.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { h } from 'vue'
import BoardSummary from './BoardSummary.vue'
import { ApiError } from '../../api/apiError.ts'
import { sessionKey } from '../../settings/index.ts'
import { mountPage } from '../../shared/testing/mountPage.ts'

const server = vi.hoisted(() => ({ getSnapshots: vi.fn() }))
vi.mock('../deck.ts', async (original) => ({ ...await original<object>(), ...server }))

beforeEach(() => server.getSnapshots.mockReset())

function card(id: number, words: Partial<DeckCard> = {}): DeckCard {
	return { id, stackId: 1, title: `Card ${id}`, description: '', order: 0, archived: false, duedate: null, done: null, lastModified: 1764000000, labels: [], assigned: [], whose: [], ...words }
}

function board(cards: DeckCard[]): BoardSnapshot[] {
	return [{
		row: { id: 7, title: 'Eau', color: '0082c9', owner: 'odile', archived: false, deletedAt: 0, permissions: { read: true, edit: true, manage: false, share: false }, lastModified: 1764000000 },
		stacks: [{ id: 1, title: 'À voir', order: 0, lastModified: 0, isDone: false, cards }],
		settled: true,
	}]
}

function show(deck: Session['deck']) {
	return mountPage(BoardSummary, { props: { board: 7 }, provide: [[sessionKey, { uid: 'odile', deck }]] }).page
}

it('requests nothing if Deck is not installed', async () => {
	expect(show('absent').text()).toContain('The board is in Deck, a Nextcloud app that is not available to you. Ask your administrator.')
	await flushPromises()
	expect(server.getSnapshots).not.toHaveBeenCalled()
})

it('requests nothing from a Deck never used before the board is opened', async () => {
	server.getSnapshots.mockResolvedValue(board([card(1)]))
	const page = show('new')
	await flushPromises()
	expect(server.getSnapshots).not.toHaveBeenCalled()
	await page.get('button').trigger('click')
	await flushPromises()
	expect(server.getSnapshots).toHaveBeenCalledWith([7], [])
	expect(page.get('dl').text()).toBe('À voir1')
})

it('lists overdue cards with whose they are, and mine, each with a link to Deck', async () => {
	const duedate = '2020-01-01T10:00:00+00:00'
	server.getSnapshots.mockResolvedValue(board([card(1, { duedate, whose: ['Linh', 'L’équipe'] }), card(4, { duedate }), card(2, { assigned: ['odile'], whose: ['Odile'] }), card(3)]))
	const page = show('used')
	await flushPromises()
	expect(page.findAll('h3').map((title) => title.text())).toEqual(['2 overdue cards', '1 card is yours'])
	expect(page.findAll('li .ui-hint').map((about) => about.text())).toEqual(['January 1, 2020 · Linh and L’équipe', 'January 1, 2020 · given to nobody yet'])
	expect(page.text()).not.toContain('Nothing is due')
	expect(page.findAll('a').map((link) => [link.text(), link.attributes('href')])).toEqual([
		['Card 1', expect.stringMatching(/\/apps\/deck\/board\/7\/card\/1$/)],
		['Card 4', expect.stringMatching(/\/apps\/deck\/board\/7\/card\/4$/)],
		['Card 2', expect.stringMatching(/\/apps\/deck\/board\/7\/card\/2$/)],
	])
})

it('shows a few of many, and all on demand', async () => {
	server.getSnapshots.mockResolvedValue(board([1, 2, 3, 4, 5].map((id) => card(id, { assigned: ['odile'] }))))
	const page = show('used')
	await flushPromises()
	expect(page.findAll('li')).toHaveLength(3)
	expect(page.text()).toContain('Nothing is due within seven days.')
	await page.get('button').trigger('click')
	expect(page.findAll('li')).toHaveLength(5)
})

it('leaves it to the page to say what can be done if Deck does not show the board', async () => {
	server.getSnapshots.mockResolvedValue([])
	const page = mountPage({ render: () => h(BoardSummary, { board: 7 }, { missing: () => 'Ask Odile.' }) }, { provide: [[sessionKey, { uid: 'odile', deck: 'used' }]] }).page
	await flushPromises()
	expect(page.text()).toBe('Ask Odile.')
})

it('says when Deck fails, and retries', async () => {
	server.getSnapshots.mockRejectedValueOnce(new ApiError(500, 'server')).mockResolvedValueOnce(board([]))
	const page = show('used')
	await flushPromises()
	expect(page.get('[role=alert]').text()).toContain('Could not load the board from Deck.')
	await page.get('[role=alert] button').trigger('click')
	await flushPromises()
	expect(page.get('dl').text()).toBe('À voir0')
})
