/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind, Reading } from './reading.ts'

import { describe, expect, it } from 'vitest'
import { goldOf } from '../../../scripts/minutes/gold.ts'
import { markedTexts } from '../../../tests/support/marked.ts'
import { fixtures } from '../../../tests/support/minutes.ts'
import { unitsOf } from './layout.ts'
import { readLines } from './lines.ts'
import { parseMinutes, partsOf, readingOf } from './parse.ts'
import { findSeries } from './series.ts'

/** The kinds of all lines of a reading, as a person would give them. */
function kindsOf({ lines }: Reading): Map<number, LineKind[]> {
	const kinds = new Map<number, LineKind[]>()
	lines.forEach(({ line, kind }) => kinds.set(line, [...kinds.get(line) ?? [], kind]))
	return kinds
}

/** Without the doubts about lines: those a person settled have none. */
const withoutDoubts = (groups: Reading['groups']) => groups.map((group) => ({ ...group, warnings: group.warnings.filter(({ code }) => code !== 'uncertain') }))
const kindAt = ({ lines }: Reading, at: number) => lines.filter(({ line }) => line === at).map(({ kind }) => kind)
const lineOf = (text: string, words: string) => text.split('\n').findIndex((line) => line.includes(words))
const titles = ({ groups }: Reading) => groups.map(({ title }) => title.text)

describe('lines whose kind a person gave', () => {
	it.each(markedTexts())('$name: all of them right, the reading is right', (marked) => {
		const { text } = marked
		const lines = readLines(text)
		const units = unitsOf(lines)
		const right = readingOf(text, lines, partsOf(units, goldOf(marked, units).map((label) => ({ label, margin: 0 })), findSeries(units)))
		const { groups, lines: kinds } = parseMinutes(text, kindsOf(right))
		expect(withoutDoubts(groups)).toEqual(withoutDoubts(right.groups))
		expect(kinds.map(({ line, kind }) => `${line} ${kind}`)).toEqual(right.lines.map(({ line, kind }) => `${line} ${kind}`))
	})

	it.each(fixtures.map((fixture) => ({ ...fixture, read: parseMinutes(fixture.text) })).filter(({ read }) => read.groups.every(({ warnings }) => warnings.every(({ code }) => code !== 'group-unmarked'))))('$name: those it was read with change nothing', ({ text, read }) => {
		expect(withoutDoubts(parseMinutes(text, kindsOf(read)).groups)).toEqual(withoutDoubts(read.groups))
	})

	const ten = fixtures.find(({ name }) => name === 'dix-groupes')!.text

	it('one of them changes no other group', () => {
		const read = parseMinutes(ten)
		const [, , third] = read.groups
		const point = third!.sections[0]!.items[0]!
		const other = parseMinutes(ten, new Map([[point.lines.from, 'heading' as const]]))
		expect(other.groups[2]!.sections.map(({ heading }) => heading)).toContain(point.text)
		expect(withoutDoubts(other.groups.with(2, third!))).toEqual(withoutDoubts(read.groups))
		expect(kindAt(other, point.lines.from)).toEqual(['heading'])
		expect(other.lines.find(({ line }) => line === point.lines.from)!.margin).toBeNull()
	})

	it.each<LineKind>(['heading', 'nothing'])('two groups are one when the title of the second is %s', (kind) => {
		const read = parseMinutes(ten)
		const { title, lines } = read.groups[4]!
		const given = new Map(Array.from({ length: title.lines.to - lines.from + 1 }, (_, i) => [lines.from + i, kind]))
		expect(titles(parseMinutes(ten, given))).toEqual(titles(read).toSpliced(4, 1))
	})

	it('a group begins where a person says so', () => {
		const read = parseMinutes(ten)
		const { heading, lines } = read.groups[1]!.sections[1]!
		const other = parseMinutes(ten, new Map([[lines.from, 'group' as const]]))
		expect(titles(other)).toEqual(titles(read).toSpliced(2, 0, heading))
		expect(other.groups[2]!.lines.from).toBe(lines.from)
	})

	it('a line is read though it looks like the head of a page, a rule or the answer to a mail', () => {
		const text = 'GROUPE 1 : Le lavoir\n\nConstats\n- l’eau est basse\n\n— 3 —\n\nMarie a écrit :\n> une pompe à bras\n'
		const kinds = new Map<number, LineKind>([[5, 'point'], [8, 'point']])
		expect(kindAt(parseMinutes(text), 8)).toEqual(['nothing'])
		expect(parseMinutes(text, kinds).groups[0]!.sections[0]!.items.map((item) => item.text)).toContain('une pompe à bras')
	})

	it('an answer keeps its column whatever its words are, and its row', () => {
		const rows = 'GROUPE 1 : Le lavoir\n\nConstats\n- l’eau est basse\n\nPeut ou doit avancer    Ne peut pas    Peut faire avec\nPomper    Vendre    La mairie\nPrêter la pompe\n'
		const at = lineOf(rows, 'Prêter la pompe')
		const { mandate } = parseMinutes(rows, new Map([[at, 'mustNot' as const]])).groups[0]!
		expect(mandate.mustNot.map(({ text }) => text)).toEqual(['Vendre', 'Prêter la pompe'])
		const list = 'GROUPE 1 : Le lavoir\n\nConstats\n- l’eau est basse\n\nPeut ou doit avancer\n- Pomper\nNe peut pas\n- Vendre\n'
		const other = parseMinutes(list, new Map([[lineOf(list, 'Ne peut pas'), 'mayAdvance' as const]])).groups[0]!.mandate
		expect(other.mayAdvance.map(({ text }) => text)).toContain('Ne peut pas')
	})

	it('cells of a row have kinds of their own; a row that is a person is one', () => {
		const text = 'GROUPE 1 : Le lavoir\n\n| Constats | Propositions |\n|---|---|\n| l’eau est basse | une pompe |\n| lou roux | pompier |\n'
		const at = lineOf(text, 'lou roux')
		const { groups: [group] } = parseMinutes(text, new Map<number, LineKind | (LineKind | null)[]>([[lineOf(text, 'basse'), [null, 'nothing']], [at, 'person']]))
		expect(group!.roster.map(({ lines }) => lines.from)).toEqual([at])
		expect(group!.sections.flatMap(({ items }) => items.map((item) => item.text))).toEqual(['l’eau est basse'])
	})
})

describe('what lines were read as', () => {
	it.each([...markedTexts(), ...fixtures])('$name: every line has a kind, and what nothing was read from is nothing', ({ text }) => {
		const { lines, groups } = parseMinutes(text)
		const written = text.split(/\r\n|\r|\n/).flatMap((line, i) => line.trim() === '' ? [] : [i])
		expect([...new Set(lines.map(({ line }) => line))]).toEqual(written)
		const nothing = new Set(lines.filter(({ line, kind }) => kind === 'nothing' && lines.every((other) => other.line !== line || other.kind === 'nothing')).map(({ line }) => line))
		const items = groups.flatMap(({ sections, roster, followUps }) => [...sections.flatMap((section) => section.items), ...roster, ...followUps])
		expect(items.filter((item) => nothing.has(item.lines.from))).toEqual([])
	})

	it('in a text without groups they are nothing', () => {
		expect(parseMinutes('Bonjour,\n\n- du pain\n- du sel\n').lines.map(({ kind }) => kind)).toEqual(['nothing', 'nothing', 'nothing'])
	})
})
