/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseMinutes } from '../parse/parse.ts'
import { sourceLines } from '../parse/sourceLines.ts'
import { sampleReading } from '../testing/sample.ts'
import { removePoint } from './corrections.ts'
import { draftOf } from './draft.ts'
import { lostLines, marksOf } from './marks.ts'
import { setDropped } from './outline.ts'

const source = Array.from({ length: 45 }, (_, i) => i % 6 === 5 ? '' : `line ${i}`)
const draft = () => draftOf(sampleReading(), null)

describe('marks of lines', () => {
	it('are what each line became in the draft', () => {
		const marks = marksOf(draft(), null, source)
		expect([0, 2, 3, 8, 10, 12, 13, 28].map((line) => marks.get(line)!.join())).toEqual(['group', 'heading', 'point', 'mayAdvance', 'followUp', 'roster', 'person', 'mustNot'])
		expect(marks.get(1)).toEqual(['nothing'])
		expect(marks.has(5)).toBe(false)
	})

	it('follow the corrections: what was removed is in nothing, what is left out is left', () => {
		expect(marksOf(removePoint(draft(), 'i3'), null, source).get(3)).toEqual(['nothing'])
		const marks = marksOf(setDropped(draft(), 'g0', true), null, source)
		expect([marks.get(3), marks.get(20)]).toEqual([['left'], ['group']])
	})

	it('are of every line that is not blank, whatever the text', () => {
		const text = readFileSync('tests/fixtures/minutes/dix-groupes.txt', 'utf8')
		const lines = sourceLines(text)
		const reading = parseMinutes(text)
		const marks = marksOf(draftOf(reading, null), reading, lines)
		expect([...marks.keys()].sort((one, other) => one - other)).toEqual(lines.flatMap((line, i) => line.trim() === '' ? [] : [i]))
		expect([...marks.values()].filter(([kind]) => kind === 'group').length).toBeGreaterThanOrEqual(10)
	})

	it('show the lines with words that were not used', () => {
		const lines = ['Bonjour', '-----', '', 'GROUPE']
		const marks = marksOf({ ...draft(), groups: [] }, null, lines)
		expect(lostLines(marks, lines)).toEqual([0, 3])
		expect(lostLines(marks, lines, { from: 1, to: 3 })).toEqual([3])
	})
})
