/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Column, GroupReading, LineKind, Lines, Placed, Reading, Warning } from '../parse/reading.ts'

import { COLUMNS } from '../parse/reading.ts'

/** A line of a group after corrections; without `lines` it was written by the person. */
export interface Point {
	id: string
	text: string
	lines: Lines | null
	/** Becomes a card; points of the mandate never do. */
	card: boolean
}

export interface Section {
	id: string
	heading: string
	lines: Lines | null
	points: Point[]
	/** Title of the stack for its cards; null: the one of the board's model. */
	stack: string | null
}

/** A person, once for all their groups. */
export interface Person {
	id: string
	name: string
	/** Empty: unknown. */
	email: string
	phone: string
	/** Their card, chosen by the person among those found; null: none of them, undefined: not chosen. */
	member?: number | null
}

/** A person's entry in a group's roster. */
export interface Entry {
	id: string
	person: string
	/** Organisation or remark. */
	note: string
	lines: Lines | null
	/** Further lines of the group that name them. */
	more?: Lines[]
}

export type Mandate = Record<Column, Point[]>

export interface Group {
	id: string
	/** From its heading to its last line; null: merged from others. */
	lines: Lines | null
	number: number | null
	title: string
	titleLines: Lines | null
	sections: Section[]
	/** Follow-ups; a section without a heading. */
	followUps: Section
	mandate: Mandate
	/** Points of the mandate without a certain column: a person assigns them, or they are not created. */
	unplaced: Point[]
	mandateLines: Lines | null
	roster: Entry[]
	/** The number of people in the text. */
	declared: number | null
	countLines: Lines | null
	/** Of empty columns, or of a missing grid. */
	unfilled: 'absent' | 'unfilled' | null
	/** Slug of the board's model; null: no board. */
	model: string | null
	/** Left out: nothing is created from it. */
	dropped: boolean
	/** The person has reviewed it. */
	reviewed: boolean
}

/** Subject of a question: a group's number, the number of people, its mandate or the answers in none of its columns, a text, the kind of lines, the whole, or a person. */
export const DOUBT_KINDS = ['unmarked', 'number', 'mandate', 'unplaced', 'contact', 'reading', 'count', 'person'] as const
export type DoubtKind = typeof DOUBT_KINDS[number]

/** One question, with its warnings and its subject. */
export interface Doubt {
	id: string
	kind: DoubtKind
	group: string
	lines: Lines
	warnings: Warning[]
	/** For a person: their entry. */
	entry?: string
	/** For a text. */
	point?: string
}

/** Kinds of lines given by a person, by their place in the source. */
export type Given = Readonly<Record<number, LineKind>>

/** The reading with all corrections so far: it is immutable, each correction returns another one. */
export interface Draft {
	groups: Group[]
	people: Person[]
	doubts: Doubt[]
	/** Ids of answered doubts. */
	answered: string[]
	/** The kinds of lines given by the person, and of those that were read because of one. */
	given: Given
	/** Merged groups, with the groups they were merged into. */
	merged: Readonly<Record<string, string>>
	/** Number for the next id. */
	next: number
}

/**
 * What was read, before any correction. Ids derive from the place in the source: reading the same text in another way gives the same ids
 * to what stays the same.
 *
 * @param reading result of the parser
 * @param model of the boards
 * @param given kinds of lines it was read with
 */
export function draftOf(reading: Reading, model: string | null, given: Given = {}): Draft {
	const name = names()
	const personAt = new Map(reading.people.flatMap((person, index) => person.in.map(({ group, entry }) => [`${group} ${entry}`, index] as const)))
	const ids: string[] = []
	const read = reading.groups.map((one, index) => {
		const group = readGroup(one, name, model)
		return { ...group, roster: group.roster.map((entry, at) => {
			const person = personAt.get(`${index} ${at}`)
			return { ...entry, person: person === undefined ? '' : ids[person] ??= `p${entry.id}` }
		}) }
	})
	const people = reading.people.flatMap(({ name = '', email = '', phone = '' }, index): Person[] => ids[index] ? [{ id: ids[index], name, email, phone }] : [])
	return { groups: read, people, doubts: read.flatMap((group, index) => doubtsOf(reading.groups[index]!.warnings, group)), answered: [], given, merged: {}, next: 0 }
}

/** Ids of the things at a line: the first of its kind there, and further ones. */
function names(): (kind: string, lines: Lines) => string {
	const taken = new Map<string, number>()
	return (kind, { from }) => {
		const first = `${kind}${from}`
		const before = taken.get(first) ?? 0
		taken.set(first, before + 1)
		return before === 0 ? first : `${first}.${before}`
	}
}

function readGroup(read: GroupReading, name: (kind: string, lines: Lines) => string, model: string | null): Group {
	const points = (placed: readonly Placed[], card: boolean) => placed.map(({ text, lines }): Point => ({ id: name('i', lines), text, lines, card }))
	const id = name('g', read.title.lines)
	return {
		id,
		lines: read.lines,
		number: read.number,
		title: read.title.text,
		titleLines: read.title.lines,
		sections: read.sections.map(({ heading, lines, items }) => ({ id: name('s', lines), heading, lines, points: points(items, true), stack: null })),
		followUps: { id: `${id}.f`, heading: '', lines: null, points: points(read.followUps, true), stack: null },
		mandate: Object.fromEntries(COLUMNS.map((column) => [column, points(read.mandate[column], false)])) as Mandate,
		unplaced: points(read.mandate.unplaced, false),
		mandateLines: read.mandate.lines,
		roster: read.roster.map(({ note = '', lines }, index): Entry => {
			const more = read.warnings.flatMap((warning) => warning.code === 'person-twice' && warning.entry === index ? [warning.lines] : [])
			return { id: name('r', lines), person: '', note, lines, ...more.length > 0 && { more } }
		}),
		declared: read.declaredCount,
		countLines: read.countLines,
		unfilled: read.warnings.some(({ code }) => code === 'mandate-absent') ? 'absent' : read.warnings.some(({ code }) => code === 'table-unfilled') ? 'unfilled' : null,
		model,
		dropped: false,
		reviewed: false,
	}
}

/** The warnings of the parser as questions: all about one person are one. */
function doubtsOf(warnings: readonly Warning[], group: Group): Doubt[] {
	const found = new Map<string, Doubt>()
	for (const warning of warnings) {
		const kind = kindOf(warning)
		if (kind === null) {
			continue
		}
		const entry = 'entry' in warning ? group.roster[warning.entry]?.id : undefined
		const point = kind === 'contact' ? pointAt(group, warning.lines)?.id : undefined
		const id = `${kind} ${entry ?? point ?? (kind === 'contact' || kind === 'reading' ? warning.lines.from : group.id)}`
		const before = found.get(id)
		if (before) {
			before.warnings.push(warning)
		} else {
			found.set(id, { id, kind, group: group.id, lines: warning.lines, warnings: [warning], ...entry && { entry }, ...point && { point } })
		}
	}
	return [...found.values()].sort((one, other) => one.lines.from - other.lines.from)
}

/** null: shown next to its subject, without a question. */
function kindOf(warning: Warning): DoubtKind | null {
	switch (warning.code) {
		case 'group-unmarked':
			return 'unmarked'
		case 'number-misread':
			return 'number'
		case 'count-mismatch':
		case 'count-range':
		case 'count-vague':
			return 'count'
		case 'columns-merged':
			return 'mandate'
		case 'contact-in-text':
			return 'contact'
		case 'uncertain':
			return 'reading'
		case 'table-unfilled':
		case 'mandate-absent':
			return null
		default:
			return 'person'
	}
}

/** The point at these lines. */
export function pointAt(group: Group, lines: Lines): Point | undefined {
	return allPoints(group).find((point) => point.lines !== null && point.lines.from <= lines.to && lines.from <= point.lines.to)
}

/** Its sections, and the follow-ups as the last one. */
export function allSections(group: Group): Section[] {
	return [...group.sections, group.followUps]
}

/** All its points, those of the mandate last. */
export function allPoints(group: Group): Point[] {
	return [...allSections(group).flatMap(({ points }) => points), ...group.unplaced, ...COLUMNS.flatMap((column) => group.mandate[column])]
}

/** The groups to create. */
export function keptGroups(draft: Draft): Group[] {
	return draft.groups.filter(({ dropped }) => !dropped)
}

/** The person of a roster entry. */
export function personOf(draft: Draft, id: string): Person {
	return draft.people.find((person) => person.id === id) ?? { id, name: '', email: '', phone: '' }
}

/** The groups that are kept, by the people who signed up for them. */
export function groupsByPerson(draft: Draft): Map<string, Group[]> {
	const found = new Map<string, Group[]>()
	for (const group of keptGroups(draft)) {
		for (const { person } of group.roster) {
			found.set(person, [...found.get(person) ?? [], group])
		}
	}
	return found
}

/** Label of a person: their name, else other data. */
export function personLabel({ name, email, phone }: Omit<Person, 'id'>): string {
	return name || email || phone
}

/** The open questions, without those whose subject is left out or no longer exists. */
export function openDoubts(draft: Draft): Doubt[] {
	const groups = new Map(keptGroups(draft).map((group) => [group.id, group]))
	const answered = new Set(draft.answered)
	return draft.doubts.filter(({ id, group, entry, point }) => {
		const about = groups.get(group)
		return about !== undefined && !answered.has(id)
			&& (entry === undefined || about.roster.some((one) => one.id === entry))
			&& (point === undefined || allPoints(about).some((one) => one.id === point))
	})
}

/** Parts of a mandate with points: its columns, and the points in none of them. */
export type MandatePart = Column | 'unplaced'

/** Id of a part of a mandate, like the id of a section. */
export function mandateId(group: string, part: MandatePart): string {
	return `${group} ${part}`
}

/** The part of a mandate with an id; null: the id of a section. */
export function columnOf(holder: string): MandatePart | null {
	return (holder.split(' ')[1] ?? null) as MandatePart | null
}
