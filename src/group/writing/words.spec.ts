/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, test } from 'vitest'
import { sampleGroup, sampleMine } from '../testing/sample.ts'
import { GROUP_OBSTACLES } from './model.ts'
import { groupObstacleWords, keptSentence, readersSentence, sendWord, writeWord } from './words.ts'

test('members write to the people of a group, others to its facilitators', () => {
	const group = sampleGroup()
	const inside = { ...group, mine: sampleMine() }
	expect(writeWord({ ...inside, people: 3 })).toBe('Write to the group')
	expect(writeWord({ ...inside, people: 1 }), 'alone').toBe('')
	expect(writeWord({ ...group, mine: sampleMine({ state: 'requested' }) })).toBe('Write to the facilitators')
	expect(writeWord({ ...group, mine: null })).toBe('Write to the facilitators')
	expect(writeWord({ ...group, mine: null, facilitators: [] })).toBe('')
})

test('the number of recipients in words', () => {
	expect(readersSentence({ to: 'people', people: 12 })).toBe('Your message goes to 12 people of the group.')
	expect(readersSentence({ to: 'facilitators', people: 1 })).toBe('You are not in this group: your message goes to 1 person who facilitates it.')
	expect(keptSentence({ kept: 0 })).toBe('')
	expect(keptSentence({ kept: 2 })).toContain('2 more people')
	expect(sendWord(12)).toBe('Send to 12 people')
})

test('each obstacle has a sentence of its own', () => {
	expect(new Set(GROUP_OBSTACLES.map(groupObstacleWords)).size).toBe(GROUP_OBSTACLES.length)
})
