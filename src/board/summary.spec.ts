/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckCard, DeckStack } from './model.ts'

import { describe, expect, it } from 'vitest'
import shared from '../../tests/fixtures/rules/done-stacks.json'
import { isDoneStack, summarize } from './summary.ts'

const NOW = new Date('2026-11-25T12:00:00Z')
let id = 0

function card(words: Partial<DeckCard> = {}): DeckCard {
	id++
	return { id, stackId: 1, title: `card ${id}`, description: '', order: 0, archived: false, duedate: null, done: null, lastModified: 10, labels: [], assigned: [], whose: [], ...words }
}

function stack(title: string, cards: DeckCard[], words: Partial<DeckStack> = {}): DeckStack {
	return { id: ++id, title, order: 0, lastModified: 0, isDone: false, cards, ...words }
}

describe('the summary of a board', () => {
	it('is empty for an empty board', () => {
		expect(summarize([stack('À faire', [])], 'a', NOW)).toEqual({
			stacks: [{ id: expect.any(Number), title: 'À faire', cards: 0 }],
			late: [],
			thisWeek: [],
			mine: [],
			done: 0,
			lastChange: null,
		})
	})

	it.each([
		['a minute ago', '2026-11-25T11:59:00+00:00', 'late'],
		['at another place’s hour', '2026-11-25T12:59:00+01:00', 'late'],
		['now', '2026-11-25T12:00:00+00:00', 'thisWeek'],
		['in six days', '2026-12-01T12:00:00+00:00', 'thisWeek'],
		['in seven days', '2026-12-02T12:00:00+00:00', null],
		['at no date', null, null],
	])('a card due %s', (_, duedate, where) => {
		const dated = card({ duedate })
		const { late, thisWeek } = summarize([stack('En cours', [dated])], 'a', NOW)
		expect([late, thisWeek]).toEqual([where === 'late' ? [dated] : [], where === 'thisWeek' ? [dated] : []])
	})

	it.each<[string, Partial<DeckCard>, string, Partial<DeckStack>]>([
		['marked so', { done: '2026-11-20T10:00:00+00:00' }, 'À faire', {}],
		['in the stack Deck says', {}, 'Archives du groupe', { isDone: true }],
		['in a stack called so', {}, '✅ Terminé !', {}],
	])('counts what is done, %s, and nowhere else', (_, words, title, more) => {
		const summary = summarize([stack(title, [card({ ...words, duedate: '2026-11-01T10:00:00+00:00', assigned: ['a'] }), card(words)], more)], 'a', NOW)
		expect(summary).toMatchObject({ late: [], thisWeek: [], mine: [], done: 2 })
	})

	it('counts my cards', () => {
		const mine = card({ assigned: ['b', 'a'] })
		const soon = card({ assigned: ['a'], duedate: '2026-11-27T10:00:00+00:00' })
		const summary = summarize([stack('En cours', [mine, card({ assigned: ['b'] }), card({ whose: ['Équipe'] })]), stack('À faire', [soon, card()])], 'a', NOW)
		expect(summary.mine).toEqual([soon, mine])
		expect(summary.stacks.map(({ cards }) => cards)).toEqual([3, 2])
	})

	it('puts the oldest overdue card first', () => {
		const dates = ['2026-11-20T10:00:00+00:00', '2026-10-20T10:00:00+00:00', '2026-11-01T10:00:00+02:00']
		const { late } = summarize([stack('En cours', dates.map((duedate) => card({ duedate })))], 'a', NOW)
		expect(late.map(({ duedate }) => duedate)).toEqual([dates[1], dates[2], dates[0]])
	})

	it('knows the last change of a card, or of a stack that lost one', () => {
		expect(summarize([stack('A', [card({ lastModified: 30 }), card({ lastModified: 20 })])], 'a', NOW).lastChange).toBe(30)
		expect(summarize([stack('A', [card({ lastModified: 30 })], { lastModified: 40 })], 'a', NOW).lastChange).toBe(40)
	})
})

describe('a stack, as in lib/Board/DoneStack.php,', () => {
	it.each(shared.done)('called %s holds finished cards', (title) => {
		expect(isDoneStack({ title, isDone: false })).toBe(true)
	})

	it.each(shared.open)('called %s does not', (title) => {
		expect(isDoneStack({ title, isDone: false })).toBe(false)
	})
})
