/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind } from './reading.ts'
import type { Label } from './sequence.ts'

import { describe, expect, it } from 'vitest'
import { unitsOf } from './layout.ts'
import { readLines, textWidth } from './lines.ts'
import { settled } from './settle.ts'

function labels(text: string, given: string, kind: LineKind | null = null): string {
	const lines = readLines(text)
	const units = unitsOf(lines)
	return settled(units.map((unit, i) => ({ unit, label: given[i] as Label, margin: 0, given: kind, opens: null })), textWidth(lines)).map(({ label }) => label).join('')
}

const SENTENCE = 'Les jeunes partent à quinze ans pour l’internat et ne reviennent qu’à trente, souvent avec des\nenfants ; personne ne leur écrit.'

describe('labels that cannot be', () => {
	it.each([
		['a title in a table of contents', 'Groupe 1 : Le lavoir........ 2\nGroupe 1 : Le lavoir', 'TT', 'NT'],
		['a title numbered within another', '1. Le lavoir\n1.1 Constats', 'TT', 'TH'],
		['a heading numbered so, taken for a point', '1.1 Constats\n1.2 Le lavoir est à sec', 'II', 'HI'],
		['the second line of a sentence', SENTENCE, 'II', 'I+'],
		['a point behind a short line', 'le lavoir\nla fontaine', 'II', 'II'],
		['a point behind a blank line', SENTENCE.replace('\n', '\n\n'), 'II', 'II'],
	])('%s', (_, text, given, expected) => {
		expect(labels(text, given)).toBe(expected)
	})

	it('stay where a person gave them', () => {
		expect(labels(SENTENCE, 'II', 'point')).toBe('II')
	})
})
