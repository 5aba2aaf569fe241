/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupReading, LineKind, LineReading, Lines } from './reading.ts'

import { describe, expect, it } from 'vitest'
import { SURE, SURE_IN_UNKNOWN, withUncertain } from './doubts.ts'
import { parseMinutes } from './parse.ts'

const at = (from: number, to = from): Lines => ({ from, to })
function group(changes: Partial<GroupReading> = {}): GroupReading {
	return {
		lines: at(0, 20),
		number: 1,
		title: { text: 'Le lavoir', lines: at(0) },
		sections: [{ heading: 'Constats', lines: at(1), items: [{ text: 'l’eau est basse', lines: at(2) }] }],
		mandate: { mayAdvance: [], mustNot: [], with: [], unplaced: [], lines: null },
		followUps: [],
		roster: [],
		declaredCount: null,
		countLines: null,
		warnings: [],
		...changes,
	}
}
const CERTAIN = Array.from({ length: 40 }, () => SURE)
const line = (place: number, margin: number | null, kind: LineKind = 'point'): LineReading => ({ line: place, text: 'x', kind, margin })
const doubted = (groups: GroupReading[], lines: LineReading[]) => withUncertain(groups, lines).map(({ warnings }) => warnings.filter(({ code }) => code === 'uncertain').map((warning) => [warning.lines.from, warning.lines.to]))

describe('lines that could as well be something else', () => {
	it('are one doubt where they are neighbours', () => {
		const lines = [line(3, SURE), line(4, 1), line(6, SURE - 1), line(7, SURE), line(8, 0), line(9, SURE), line(10, SURE), line(12, 2), ...CERTAIN.map((margin) => line(13, margin))]
		expect(doubted([group()], lines)).toEqual([[[4, 8], [12, 12]]])
	})

	it('belong to their group; the first has the ones before it', () => {
		const lines = [line(0, 3), line(5, SURE), line(6, SURE), line(20, 3), line(21, 3), ...CERTAIN.map((margin) => line(22, margin))]
		expect(doubted([group({ lines: at(5, 20) }), group({ lines: at(21, 30) })], lines)).toEqual([[[0, 0], [20, 20]], [[21, 21]]])
	})

	it('are more where a tenth of the text is uncertain: its manner is not known', () => {
		const lines = (small: number) => Array.from({ length: 20 }, (_, i) => line(i, i < small ? SURE - 1 : i === 15 ? SURE_IN_UNKNOWN - 1 : SURE_IN_UNKNOWN))
		expect(doubted([group()], lines(1))).toEqual([[[0, 0]]])
		expect(doubted([group()], lines(2))).toEqual([[[0, 1], [15, 15]]])
	})

	it('are certain when a person gave their kind', () => {
		expect(doubted([group()], [line(3, null), line(4, null)])).toEqual([[]])
	})

	it.each<[string, Partial<GroupReading>, number[][]]>([
		['a group without a title', { title: { text: '', lines: at(0) } }, [[0, 0]]],
		['a title in pieces', { title: { text: 'Le lav0ir', lines: at(0) } }, [[0, 0]]],
		['a group without a point', { sections: [] }, [[0, 0]]],
		['a heading that comes again, as of another group', { sections: [2, 9].map((from) => ({ heading: 'Constats', lines: at(from), items: [] })) }, [[9, 20]]],
		['a mandate with an empty column', { mandate: { mayAdvance: [{ text: 'Prêter', lines: at(8) }], mustNot: [], with: [], unplaced: [], lines: at(7, 9) } }, [[7, 9]]],
		['nothing', {}, []],
	])('%s', (_, changes, expected) => {
		expect(doubted([group(changes)], [])).toEqual([expected])
	})

	it('what is hardly ever so is not asked again once a person gave the line its kind', () => {
		const again = group({ sections: [2, 9].map((from) => ({ heading: 'Constats', lines: at(from), items: [] })) })
		expect(doubted([again], [line(9, null, 'heading')])).toEqual([[]])
	})

	it('are in no minutes that are plain', () => {
		const text = 'GROUPE 1 : Le lavoir\n\nConstats\n\n- L’eau est basse\n- La pompe est cassée\n\nPropositions\n\n- Réparer la pompe\n'
		expect(parseMinutes(text).groups[0]!.warnings.map(({ code }) => code)).toEqual(['mandate-absent'])
	})
})
