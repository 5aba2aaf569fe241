/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { dueWords } from './words.ts'

const NOW = new Date(2026, 10, 25, 23, 30)

it.each([
	[new Date(2026, 10, 25, 0, 5), 'today'],
	[new Date(2026, 10, 26, 0, 5), 'tomorrow'],
	[new Date(2026, 10, 24, 23, 55), 'yesterday'],
	[new Date(2026, 10, 28, 9), 'in 3 days'],
	[new Date(2026, 10, 12, 9), '13 days ago'],
	[new Date(2026, 11, 24, 9), 'December 24, 2026'],
])('a card due %s', (due, words) => {
	expect(dueWords(due.toISOString(), NOW)).toBe(words)
})

it('counts calendar days across a change of daylight saving time', () => {
	expect(dueWords(new Date(2026, 9, 26, 0, 5).toISOString(), new Date(2026, 9, 24, 23, 55))).toBe('in 2 days')
})
