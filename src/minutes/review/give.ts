/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { LineKind, Lines, Reading } from '../parse/reading.ts'
import type { Draft, Given, Group, Person } from './draft.ts'
import type { Item } from './items.ts'
import type { Source } from './outlineItems.ts'

import { COLUMNS } from '../parse/reading.ts'
import { join } from '../parse/text.ts'
import { draftOf, personOf } from './draft.ts'
import { doubtsAfter } from './giveDoubts.ts'
import { groupsOf, itemsOf } from './items.ts'
import { headingOf, textOf } from './lineTexts.ts'
import { FRAMES } from './marks.ts'
import { groupAround, headOf, isWithin, linesOf, overlap, writtenLines } from './outlineItems.ts'
import { partOf, Parts } from './outlineParts.ts'
import { releaseLines, releaseTitles } from './release.ts'
import { withPerson } from './samePeople.ts'
import { beginGroup, groupBeginningIn } from './splitGroup.ts'

/** What a person says of some lines. */
export interface Choice {
	lines: Lines
	kind: LineKind
	/** All kinds given so far, with these. */
	given: Given
	/** Model of the board of a new group. */
	model: string | null
}

/** The text, read without any given kind and with those of `Choice.given`. */
export interface Readings {
	source: Source
	first: Reading
	now: Reading
}

/** A draft while a person says what some lines are. */
export interface Giving {
	readonly choice: Choice
	readonly source: Source
	/** The lines that are not blank. */
	readonly written: readonly number[]
	/** Without the titles that are something else now. */
	readonly draft: Draft
	readonly parts: Parts
	/** What the lines were before; what had further lines still has them. */
	readonly taken: readonly Item[]
	/** What the text is read as now. */
	readonly read: Draft
	readonly readItems: Parts
	/** Lines the first reading has a use for. */
	readonly used: ReadonlySet<number>
	/** Kinds of the lines as read now. */
	readonly kinds: Reading['lines']
	people: readonly Person[]
	given: Record<number, LineKind>
	/** The group that begins at the lines, by its id here and in the reading. */
	begun: { id: string, read: string | null, below: Lines } | null
}

/**
 * The draft after a person chose what some lines are. Only those lines change, and what belongs to them: the points below a heading go with it, the lines
 * below the beginning of a group go into that group. Everything else stays where it is. Lines without a use may be read below a heading.
 */
export function giveKind(draft: Draft, { source, first, now }: Readings, choice: Choice): Draft {
	const written = writtenLines(source, choice.lines)
	if (written.length === 0) {
		return draft
	}
	const same = choice.kind === 'group' ? groupBeginningIn(draft, choice.lines) : null
	const { draft: rest, titles } = releaseTitles(draft, source, choice.lines, same?.id ?? null)
	const all = new Parts([...itemsOf(rest).values()])
	const held = all.all.find((item) => item.kind !== 'group' && linesOf(item).some((own) => overlap(own, choice.lines)))
	const titled = draft.groups.find((group) => headOf(group) && overlap(headOf(group)!, choice.lines))?.id
	const home = held ? all.groupOf(held) : titled === undefined ? groupAround(rest, choice.lines.from) : rest.merged[titled] ?? titled
	const { left, taken } = releaseLines(all.all, itemsOf(draftOf(first, null)), source, choice.lines)
	const read = draftOf(now, choice.model)
	const giving: Giving = {
		choice,
		source,
		written,
		draft: rest,
		parts: new Parts(left),
		taken,
		read,
		readItems: new Parts([...itemsOf(read).values()]),
		used: new Set(first.lines.flatMap(({ line, kind }) => kind === 'nothing' ? [] : [line])),
		kinds: now.lines,
		people: draft.people,
		given: { ...choice.given, ...titles },
		begun: null,
	}
	if (choice.kind === 'group') {
		beginGroup(giving, same)
		readBelow(giving, giving.begun!.id, giving.begun!.below)
	} else if (home !== null) {
		put(giving, home)
	}
	const groups = groupsOf(giving.parts.all).map((group): Group => ({ ...group, sections: group.sections.filter(({ heading, lines, points }) => heading !== '' || lines === null || points.length > 0) }))
	const kept = new Set(groups.flatMap(({ roster }) => roster.map(({ person }) => person)))
	const was = new Set(draft.groups.flatMap(({ roster }) => roster.map(({ person }) => person)))
	return {
		...rest,
		groups,
		people: giving.people.filter(({ id }) => kept.has(id) || !was.has(id)),
		merged: Object.fromEntries(Object.entries(rest.merged).filter(([id]) => !groups.some((group) => group.id === id))),
		doubts: doubtsAfter(giving, groups),
		given: giving.given,
	}
}

/** The lines become a part of a group. */
function put(giving: Giving, home: string): void {
	const { choice: { kind }, parts } = giving
	if (kind === 'heading') {
		addHeading(giving, home)
		return
	}
	const below = parts.all.filter(({ parent }) => giving.taken.some(({ kind: was, id }) => was === 'section' && id === parent))
	if (kind === 'point' || kind === 'followUp' || COLUMNS.some((column) => column === kind)) {
		addPoints(giving, home, kind === 'point' ? null : kind === 'followUp' ? '.f' : ` ${kind}`)
	} else if (kind === 'person') {
		addPeople(giving, home)
	} else if (kind === 'continuation') {
		continueLast(giving, home)
	}
	for (const point of below) {
		const column = kind === 'mandateHeading' ? columnRead(giving, point) : null
		parts.move(point, column === null ? parts.sectionFor(home, point.value.lines ?? giving.choice.lines) : home + column)
	}
	if (kind === 'mandateHeading') {
		readBelow(giving, home)
	}
}

/** Lines that are parts of this kind already stay as the person wrote them; others are as they are read, or else each is one. */
function placeLines<Kind extends 'point' | 'entry'>({ taken, source, written, choice, readItems }: Giving, kind: Kind, fits: (item: Item) => boolean, place: (item: Extract<Item, { kind: Kind }>, own: boolean) => void): number[] {
	const open = new Set(written)
	const take = (item: Item, own: boolean) => {
		place(item as Extract<Item, { kind: Kind }>, own)
		linesOf(item).flatMap((lines) => writtenLines(source, lines)).forEach((line) => open.delete(line))
	}
	taken.filter((item) => item.kind === kind).forEach((item) => take(item, true))
	// Several may share a line.
	const isOpen = (own: Lines) => isWithin(own, choice.lines) && writtenLines(source, own).every((line) => open.has(line))
	readItems.all.filter((item) => item.kind === kind && fits(item) && linesOf(item).length > 0 && linesOf(item).every(isOpen)).forEach((item) => take(item, false))
	return [...open]
}

function addPoints(giving: Giving, home: string, part: string | null): void {
	const { parts, source } = giving
	const parent = (lines: Lines) => part === null ? parts.sectionFor(home, lines) : home + part
	const rest = placeLines(giving, 'point', (item) => partOf(item.parent) === part, (item, own) => {
		if (own) {
			parts.move(item, parent(item.value.lines!))
		} else {
			parts.add({ ...item, parent: parent(item.value.lines!) })
		}
	})
	for (const line of rest) {
		const lines = { from: line, to: line }
		parts.add({ kind: 'point', id: `i${line}`, parent: parent(lines), value: { id: '', text: textOf(source, lines), lines, card: part === null || part === '.f' } })
	}
}

function addPeople(giving: Giving, home: string): void {
	const { parts, read, source } = giving
	const rest = placeLines(giving, 'entry', () => true, (item, own) => own ? parts.move(item, home) : addEntry(giving, home, item, personOf(read, item.value.person)))
	for (const line of rest) {
		const lines = { from: line, to: line }
		addEntry(giving, home, { kind: 'entry', id: `r${line}`, parent: home, value: { id: '', person: '', note: '', lines } }, { id: `pr${line}`, name: textOf(source, lines), email: '', phone: '' })
	}
}

function addEntry(giving: Giving, home: string, item: Extract<Item, { kind: 'entry' }>, person: Person): void {
	const { people, id } = withPerson(giving.people, person)
	giving.people = people
	const same = giving.parts.all.find((one) => one.kind === 'entry' && one.parent === home && one.value.person === id)
	if (same?.kind === 'entry') {
		giving.parts.change(same.id, () => ({ ...same, value: { ...same.value, more: [...same.value.more ?? [], ...linesOf(item)] } }))
	} else {
		giving.parts.add({ ...item, parent: home, value: { ...item.value, person: id } })
	}
}

/** The points below a heading go with it. */
function addHeading(giving: Giving, home: string): void {
	const { parts, taken, written, source, readItems } = giving
	const lines = { from: written[0]!, to: written.at(-1)! }
	const [whole, ...others] = taken
	const read = readItems.all.find((item) => item.kind === 'section' && linesOf(item).some((own) => isWithin(own, lines)))
	const words = whole && others.length === 0 && linesOf(whole).some((own) => isWithin(lines, own)) ? wordsOf(whole) : ''
	const above = parts.sectionAt(home, lines.from)
	const below = parts.all.filter((item) => item.kind === 'point' && (taken.some(({ id }) => id === item.parent) || (item.parent === above && linesOf(item).some(({ from }) => from > lines.to))))
	const section = parts.add({ kind: 'section', id: `s${lines.from}`, parent: home, value: { id: '', heading: words || (read && wordsOf(read)) || headingOf(source, lines), lines, points: [], stack: null } })
	below.forEach((point) => parts.move(point, section.id))
	readBelow(giving, home)
}

function wordsOf({ value }: Item): string {
	return 'text' in value ? value.text : 'heading' in value ? value.heading : ''
}

/** The lines continue what is right above them; below nothing they are points. */
function continueLast(giving: Giving, home: string): void {
	const { parts, choice: { lines }, source, written } = giving
	const above = parts.all.find((item) => (item.kind === 'group' ? item.id : parts.groupOf(item)) === home
		&& linesOf(item).some(({ to }) => to < lines.from && writtenLines(source, { from: to + 1, to: lines.from - 1 }).length === 0))
	if (!above) {
		addPoints(giving, home, null)
		return
	}
	const [text, to] = [textOf(source, lines), written.at(-1)!]
	parts.change(above.id, (item): Item => {
		switch (item.kind) {
			case 'group':
				return { ...item, value: { ...item.value, title: join(item.value.title, text), titleLines: { ...item.value.titleLines!, to } } }
			case 'section':
				return { ...item, value: { ...item.value, heading: join(item.value.heading, text), lines: { ...item.value.lines!, to } } }
			case 'point':
				return { ...item, value: { ...item.value, text: join(item.value.text, text), lines: { ...item.value.lines!, to } } }
			case 'entry':
				return { ...item, value: { ...item.value, more: [...item.value.more ?? [], lines] } }
		}
	})
}

/** The column of the mandate that a point below its heading is read in. */
function columnRead({ readItems }: Giving, point: Item): string | null {
	const read = readItems.all.find((item) => item.kind === 'point' && partOf(item.parent)?.startsWith(' ') && linesOf(item).some((own) => linesOf(point).some((lines) => overlap(own, lines))))
	return read ? partOf(read.parent) : null
}

/** Lines that had no use are read with what is above them, as far as the next heading. */
function readBelow(giving: Giving, home: string, within: Lines | null = null): void {
	const { parts, readItems, choice, source, used, kinds, begun } = giving
	const heads = parts.all.filter(({ kind }) => kind === 'section' || kind === 'group').flatMap(linesOf).map(({ from }) => from)
	const { from, to } = within ?? { from: choice.lines.to + 1, to: Math.min(source.length, ...heads.filter((line) => line > choice.lines.to)) - 1 }
	const held = new Set(parts.all.flatMap(linesOf).flatMap((own) => writtenLines(source, own)))
	const isFree = (own: Lines) => from <= own.from && own.to <= to && writtenLines(source, own).every((line) => !used.has(line) && !held.has(line) && !(line in giving.given))
	const found = readItems.all.filter((item) => item.kind !== 'group' && linesOf(item).length > 0 && linesOf(item).every(isFree) && (!begun || readItems.groupOf(item) === begun.read))
	for (const item of found) {
		if (item.kind === 'entry') {
			addEntry(giving, home, item, personOf(giving.read, item.value.person))
		} else {
			const part = partOf(item.parent)
			parts.add({ ...item, parent: item.kind !== 'point' ? home : part === null ? parts.sectionFor(home, item.value.lines!) : home + part })
		}
	}
	const read = new Set(found.flatMap(linesOf).flatMap((own) => writtenLines(source, own)))
	let frame: LineKind = 'nothing'
	for (const { line, kind } of kinds) {
		frame = kind === 'continuation' ? frame : kind
		if (read.has(line) || (frame in FRAMES && isFree({ from: line, to: line }))) {
			giving.given[line] = read.has(line) ? kind : frame
		}
	}
}
