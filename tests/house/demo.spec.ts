/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { read } from './support/files.ts'

const writtenFor = (path: string) => read(path).match(/WRITTEN_FOR = '([^']+)'/)?.[1]

it('the demonstration is counted from one day, on which no card of its boards is late', () => {
	const day = writtenFor('scripts/lib/live.ts')!
	expect(day).toBe(writtenFor('lib/Integration/Demo/DemoCommand.php'))
	const groups = JSON.parse(read('tests/fixtures/network/groups.json')) as { board: { stacks: { cards: { title: string, due?: string, done?: string }[] }[] } }[]
	const cards = groups.flatMap(({ board }) => board.stacks).flatMap((stack) => stack.cards)
	expect(cards.length).toBeGreaterThan(100)
	expect(cards.filter(({ due, done }) => done === undefined && due !== undefined && due < day)).toEqual([])
	expect(cards.filter(({ done }) => done !== undefined && done > day)).toEqual([])
})
