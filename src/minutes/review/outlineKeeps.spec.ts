/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind, Lines, Reading } from '../parse/reading.ts'
import type { Draft, Given } from './draft.ts'
import type { Corrected } from './history.ts'
import type { MarkKind } from './marks.ts'

import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseMinutes } from '../parse/parse.ts'
import { sourceLines } from '../parse/sourceLines.ts'
import { addPoints, movePoint, removePoint, removeSection, setHeading, setText, setTitle } from './corrections.ts'
import { allPoints, allSections, draftOf, keptGroups } from './draft.ts'
import { giveKind } from './give.ts'
import { correctDraft, KEPT_CORRECTIONS, NO_HISTORY, redoLast, undoLast } from './history.ts'
import { lostLines, marksOf } from './marks.ts'
import { givenKinds, groupBefore, mergeGroups, moveGroup, setDropped } from './outline.ts'
import { headOf } from './outlineItems.ts'
import { addPerson, mergePeople, removeEntry } from './rosters.ts'

/** By whatever sequence of acts, each line of the text stays where a person put it, or in the group it was in. */

interface Text {
	name: string
	text: string
	source: readonly string[]
	first: Reading
}

const FOLDERS = ['tests/fixtures/minutes', 'tests/fixtures/network/minutes']
const texts: Text[] = [
	...FOLDERS.flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.txt')).map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const)),
	// No group is recognised in it.
	['letter', 'Bonjour,\n\nvoici ce que nous avons dit\n- acheter du fil\n- trouver une salle\n\nPrésents\nOdile Marcenac odile@example.org\n\nÀ bientôt'] as const,
].map(([name, text]) => ({ name, text, source: sourceLines(text), first: parseMinutes(text) }))

/** The kinds a person can give. */
const KINDS: LineKind[] = ['group', 'heading', 'point', 'continuation', 'mandateHeading', 'mayAdvance', 'mustNot', 'with', 'followUp', 'person', 'nothing']
/** What a line becomes by that. */
const BECOMES: Partial<Record<LineKind, MarkKind>> = { group: 'group', heading: 'heading', point: 'point', mandateHeading: 'mandateHeading', mayAdvance: 'mayAdvance', mustNot: 'mustNot', with: 'with', followUp: 'followUp', person: 'person', nothing: 'nothing' }

/** An act: `at` and `to` choose a line, group, point… among those that are there. */
interface Act {
	name: 'give' | 'merge' | 'mergeInto' | 'move' | 'drop' | 'title' | 'heading' | 'text' | 'remove' | 'removeSection' | 'movePoint' | 'write' | 'addPerson' | 'removePerson' | 'samePerson' | 'undo' | 'redo' | 'reload'
	at: number
	to: number
	kind: LineKind
	length: number
}
const act: fc.Arbitrary<Act> = fc.record({
	name: fc.oneof({ weight: 6, arbitrary: fc.constant<Act['name']>('give') }, { weight: 3, arbitrary: fc.constant<Act['name']>('merge') }, fc.constantFrom<Act['name']>('mergeInto', 'move', 'drop', 'title', 'heading', 'text', 'remove', 'removeSection', 'movePoint', 'write', 'addPerson', 'removePerson', 'samePerson', 'undo', 'redo', 'reload')),
	at: fc.nat(10_000),
	to: fc.nat(10_000),
	kind: fc.constantFrom(...KINDS),
	length: fc.constantFrom(1, 1, 1, 2, 3),
})

const of = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
const readingOf = (text: string, given: Given) => parseMinutes(text, new Map(Object.entries(given).map(([line, kind]) => [Number(line), kind] as const)))
const within = (lines: Lines | null, line: number) => lines !== null && lines.from <= line && line <= lines.to

/** The draft after an act, and the lines that it is about. */
function apply({ text, source, first }: Text, now: Draft, { name, at, to, kind, length }: Act): { draft: Draft, touched: ReadonlySet<number> } {
	const group = of(now.groups, at)
	/** A group that is left out can only be added back. */
	const shown = of(keptGroups(now), at)
	const points = now.groups.flatMap(allPoints)
	const point = of(points, at)
	const sections = now.groups.flatMap(allSections)
	const section = of(sections, to)
	const entries = now.groups.flatMap(({ roster }) => roster)
	const linesOf = (...ranges: (Lines | null | undefined)[]) => new Set(ranges.flatMap((range) => range ? Array.from({ length: range.to - range.from + 1 }, (_, i) => range.from + i) : []))
	const none = new Set<number>()
	switch (name) {
		case 'give': {
			const written = source.flatMap((line, i) => line.trim() === '' ? [] : [i])
			const from = of(written, at)!
			const lines = { from, to: Math.min(from + length - 1, source.length - 1) }
			const given = givenKinds(now.given, source, lines, kind)
			return { draft: giveKind(now, { source, first, now: readingOf(text, given) }, { lines, kind, given, model: null }), touched: linesOf(lines) }
		}
		case 'merge': {
			const into = shown && groupBefore(now, shown.id)
			return { draft: into ? mergeGroups(now, shown.id, into.id) : now, touched: linesOf(into && headOf(shown)) }
		}
		case 'mergeInto':
			return { draft: mergeGroups(now, shown?.id ?? '', of(keptGroups(now), to)?.id ?? ''), touched: linesOf(shown && headOf(shown)) }
		case 'move':
			return { draft: moveGroup(now, group?.id ?? '', (to % 3) - 1), touched: none }
		case 'drop': {
			const taken = group && new Set([...allPoints(group), ...group.sections, ...group.roster].map(({ lines }) => lines))
			return { draft: setDropped(now, group?.id ?? '', to % 2 === 0), touched: group ? linesOf(...taken!, group.lines, headOf(group), group.countLines, ...group.roster.flatMap(({ more = [] }) => more)) : none }
		}
		case 'title':
			return { draft: setTitle(now, group?.id ?? '', 'Un autre titre'), touched: none }
		case 'heading':
			return { draft: section?.heading === '' ? now : setHeading(now, section?.id ?? '', 'Un autre intertitre'), touched: none }
		case 'text':
			return { draft: setText(now, point?.id ?? '', 'Un autre texte'), touched: none }
		case 'remove':
			return { draft: removePoint(now, point?.id ?? ''), touched: linesOf(point?.lines) }
		case 'removeSection':
			return { draft: removeSection(now, section?.id ?? ''), touched: linesOf(section?.lines, ...section?.points.map(({ lines }) => lines) ?? []) }
		case 'movePoint':
			return { draft: movePoint(now, point?.id ?? '', section?.id ?? ''), touched: linesOf(point?.lines) }
		case 'write':
			return { draft: addPoints(now, section?.id ?? '', 'Un mot de plus'), touched: none }
		case 'addPerson':
			return { draft: addPerson(now, group?.id ?? '', { name: 'Maï Lorrain', email: '' }), touched: none }
		case 'removePerson': {
			const entry = of(entries, at)
			return { draft: removeEntry(now, entry?.id ?? ''), touched: linesOf(entry?.lines, ...entry?.more ?? []) }
		}
		case 'samePerson':
			return { draft: mergePeople(now, of(now.people, at)?.id ?? '', of(now.people, to)?.id ?? ''), touched: none }
		default:
			return { draft: now, touched: none }
	}
}

/** The group of each line with a part in one, by its id; the part of the mandate may share its line with others. */
function homes(draft: Draft): Map<number, string> {
	const found = new Map<number, string>()
	const put = (group: string, lines: Lines | null) => {
		for (let line = lines?.from ?? 0; line <= (lines?.to ?? -1); line++) {
			found.set(line, group)
		}
	}
	for (const group of draft.groups) {
		put(group.id, headOf(group))
		allSections(group).forEach(({ heading, lines }) => put(group.id, heading === '' ? null : lines))
		allPoints(group).forEach(({ lines }) => put(group.id, lines))
		group.roster.forEach(({ lines, more = [] }) => [lines, ...more].forEach((one) => put(group.id, one)))
	}
	return found
}

/** What became of a line against its will; null: nothing. */
function lostLine(text: Text, before: Draft, after: Draft, touched: ReadonlySet<number>, { name, kind }: Act): string | null {
	const [was, is] = [marksOf(before, text.first, text.source), marksOf(after, text.first, text.source)]
	const [home, away] = [homes(before), homes(after)]
	// What the lines of groups that are left out would be.
	const whole = marksOf({ ...before, groups: before.groups.map((group) => ({ ...group, dropped: false })) }, text.first, text.source)
	const wasGroup = new Map(before.groups.map((group) => [group.id, group]))
	// The points below a heading go with it; those below the beginning of a group go into that group.
	const heads = new Set(before.groups.flatMap(({ sections }) => sections).filter(({ heading, lines }) => heading !== '' && lines && [...touched].some((line) => within(lines, line))).flatMap(({ points }) => points.map(({ lines }) => lines)))
	for (const [line, kinds] of was) {
		const now = is.get(line)!
		if (touched.has(line) || kinds[0] === 'nothing' || before.given[line] === 'nothing' || text.source[line]!.trim() === '') {
			continue
		}
		if (now[0] === 'nothing' && whole.get(line)![0] !== 'nothing') {
			return `line ${line} (${kinds.join()}: ${text.source[line]}) is not used any more`
		}
		if (kinds[0] !== 'left' && !(kind === 'mandateHeading' && [...heads].some((lines) => within(lines, line))) && !now.some((one) => kinds.includes(one))) {
			return `line ${line} (${text.source[line]}) was ${kinds.join()} and is ${now.join()}`
		}
		const [from, to] = [home.get(line), away.get(line)]
		const merged = from !== undefined && !after.groups.some(({ id }) => id === from)
		const begun = to !== undefined && !wasGroup.has(to)
		// The rest of a title, when a group begins within it.
		const titled = to === undefined && after.given[line] === 'title'
		if (from !== to && from !== undefined && !merged && !titled && !(name === 'give' && kind === 'group' && begun && line > Math.min(...touched))) {
			return `line ${line} (${text.source[line]}) was in ${from} and is in ${to}`
		}
	}
	return null
}

/** What a person chose for a line, and it is not. */
function unheard(text: Text, before: Draft, after: Draft, touched: ReadonlySet<number>, { name, kind }: Act): string | null {
	const wanted = BECOMES[kind]
	const [first] = touched
	const is = marksOf(after, text.first, text.source).get(first!)
	const anywhere = before.groups.length > 0 && homes(before).has(first!)
	return name === 'give' && wanted && (kind === 'group' || kind === 'nothing' || anywhere) && !is!.includes(wanted) && !is!.includes('left')
		? `line ${first} (${text.source[first!]}) is not ${wanted} but ${is!.join()}`
		: null
}

/** As the server stores it. */
const stored = ({ draft, history }: Corrected): Corrected => JSON.parse(JSON.stringify({ draft, history }))

const give = (at: number, kind: LineKind): Act => ({ name: 'give', at, to: 0, kind, length: 1 })
/** Two groups begin within a point of several lines, the second one above the first. */
const DIVIDED_TWICE = [give(5961, 'group'), give(2747, 'group')]
/** The title of a group becomes a heading where another heading has its line. */
const HEADED_TWICE = [give(10, 'heading'), { ...give(4341, 'group'), name: 'merge' as const }]

describe('the outline', () => {
	it('keeps each line where a person put it, or in the group it was in', () => {
		fc.assert(fc.property(fc.constantFrom(...texts.map(({ name }) => name)), fc.array(act, { minLength: 1, maxLength: 12 }), (name, acts) => {
			const text = texts.find((one) => one.name === name)!
			let now: Corrected = { draft: draftOf(text.first, null), history: NO_HISTORY }
			const path: Draft[] = [now.draft]
			for (const one of acts) {
				if (one.name === 'undo' || one.name === 'redo') {
					const next = (one.name === 'undo' ? undoLast : redoLast)(now)
					if (next) {
						expect(path.map((draft) => JSON.stringify(draft))).toContain(JSON.stringify(next.draft))
						now = next
					}
					continue
				}
				if (one.name === 'reload') {
					const again = stored(now)
					expect(again).toEqual(now)
					now = again
					continue
				}
				const before = now.draft
				const { draft, touched } = apply(text, before, one)
				expect(lostLine(text, before, draft, touched, one), JSON.stringify(one)).toBeNull()
				expect(unheard(text, before, draft, touched, one), JSON.stringify(one)).toBeNull()
				const ids = draft.groups.flatMap((group) => [group.id, ...group.sections.map(({ id }) => id), ...allPoints(group).map(({ id }) => id), ...group.roster.map(({ id }) => id)])
				expect(ids.length, `ids after ${JSON.stringify(one)}`).toBe(new Set(ids).size)
				now = correctDraft(now, one.name, draft)
				path.push(draft)
			}
		}), { numRuns: 40, examples: [['05-fete-ocr.txt', DIVIDED_TWICE], ['ateliers.txt', HEADED_TWICE]] })
	}, 120_000)

	it.each(texts)('merges each group of $name with the one before it, and loses nothing', (text) => {
		const before = draftOf(text.first, null)
		const count = (draft: Draft) => draft.groups.flatMap(allSections).flatMap(({ points }) => points).length
		const lost = (draft: Draft) => lostLines(marksOf(draft, text.first, text.source), text.source).length
		for (const { id } of before.groups.slice(1)) {
			const after = mergeGroups(before, id, groupBefore(before, id)!.id)
			expect([count(after), lost(after)]).toEqual([count(before), lost(before)])
		}
	})

	it('stores no more corrections than can be undone', () => {
		let now: Corrected = { draft: draftOf(texts[0]!.first, null), history: NO_HISTORY }
		for (let i = 0; i < KEPT_CORRECTIONS + 5; i++) {
			now = correctDraft(now, `title ${i}`, setTitle(now.draft, now.draft.groups[0]!.id, `Titre ${i}`))
		}
		expect(now.history.corrections).toHaveLength(KEPT_CORRECTIONS)
		for (let back: Corrected | null = now; back; back = undoLast(back)) {
			now = back
		}
		expect(now.draft.groups[0]!.title).toBe('Titre 4')
	})
})
