/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckCard, DeckStack } from '../../board/model.ts'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardPlaces, matchStacks, missingCards } from './match.ts'

const stack = (id: number, title: string, order: number): DeckStack => ({ id, title, order, isDone: false, lastModified: 0, cards: [] })
function card(id: number, title: string, description = ''): DeckCard {
	return {
		id,
		stackId: 1,
		title,
		description,
		order: id,
		archived: false,
		duedate: null,
		done: null,
		lastModified: 0,
		labels: [],
		assigned: [],
		whose: [],
	}
}
const planned = (...cards: [string, string?][]) => cardPlaces([{ title: 'S', cards: cards.map(([title, description = '']) => ({ title, description, labels: [] })) }])
const titles = (places: ReturnType<typeof planned>) => places.map(({ card: { title, description } }) => `${title}|${description}`)

describe('stacks', () => {
	const plan = ['À voir', 'En cours', 'Fait'].map((title) => ({ title, cards: [] }))

	it.each([
		['none', [], [undefined, undefined, undefined]],
		['in another order', [stack(7, 'Fait', 0), stack(8, 'À voir', 1)], [8, undefined, 7]],
		['renamed', [stack(7, 'À voir', 0), stack(8, 'On y est', 1), stack(9, 'Fait', 2)], [7, 8, 9]],
		['of somebody’s own', [stack(7, 'À voir', 0), stack(8, 'Boîte', 5)], [7, undefined, undefined]],
	])('%s', (_, there, ids) => {
		expect(matchStacks(plan, there)).toEqual(ids)
	})
})

describe('cards', () => {
	it.each<[string, DeckCard[], string[]]>([
		['none', [], ['A|', 'B|b', 'A|']],
		['one of two alike', [card(1, 'A')], ['B|b', 'A|']],
		['renamed', [card(1, 'A'), card(2, 'Bé', 'b'), card(3, 'A')], []],
		['rewritten', [card(1, 'A'), card(2, 'B', 'autre'), card(3, 'A')], []],
		['others', [card(1, 'C'), card(2, 'D', 'd')], ['A|', 'B|b', 'A|']],
	])('%s', (_, there, missing) => {
		expect(titles(missingCards(planned(['A'], ['B', 'b'], ['A']), there))).toEqual(missing)
	})

	it('existing and missing ones together are all of them, each once, in any order', () => {
		const text = fc.constantFrom('', 'a', 'b', 'c')
		fc.assert(fc.property(fc.array(fc.record({ title: fc.constantFrom('A', 'B', 'C'), description: text, made: fc.boolean() })), fc.infiniteStream(fc.nat()), (cards, random) => {
			const all = planned(...cards.map(({ title, description }): [string, string] => [title, description]))
			const there = cards.flatMap(({ title, description, made }, index) => made ? [{ card: card(index, title, description), at: random.next().value as number }] : [])
				.sort((a, b) => a.at - b.at).map(({ card: one }) => one)
			const missing = missingCards(all, there)
			expect([...titles(missing), ...there.map(({ title, description }) => `${title}|${description}`)].sort()).toEqual(titles(all).sort())
		}))
	})
})
