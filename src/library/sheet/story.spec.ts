/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { fileName, readStory } from './story.ts'

it('reads a story from the state of a page, and nothing else', () => {
	const story = { title: 'Un four', tried: '', happened: 'Quarante miches.' }
	expect(readStory({ position: 3, story })).toEqual(story)
	for (const state of [null, undefined, {}, { story: null }, { story: { title: 3 } }]) {
		expect(readStory(state)).toBeNull()
	}
})

it.each([
	['Un four à pain : chez qui ?', 'Un four à pain chez qui'],
	['  a/b\\c  ', 'a b c'],
	['Fin…', 'Fin'],
	['', ''],
])('makes a file name of “%s”', (title, name) => {
	expect(fileName(title)).toBe(name)
})

it('keeps names short', () => {
	expect(fileName('Un très long titre '.repeat(20)).length).toBeLessThanOrEqual(80)
})
