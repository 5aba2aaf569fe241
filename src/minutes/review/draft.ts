/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Column, GroupReading, Lines, Placed, Reading, Warning } from '../parse/reading.ts'

import { COLUMNS } from '../parse/reading.ts'

/** A line of a group after corrections; without `lines` the person wrote it here. */
export interface Point {
	id: string
	text: string
	lines: Lines | null
	/** Becomes a card; of the mandate's points none does. */
	card: boolean
}

export interface Section {
	id: string
	heading: string
	lines: Lines | null
	points: Point[]
	/** Title of the stack its cards go to; null: the one the board's model says. */
	stack: string | null
}

/** A person, once for all groups they signed up for. */
export interface Person {
	id: string
	name: string
	/** Empty: none is known. */
	email: string
	phone: string
	/** The card it is, by the person's own choice among those found; null: none of them, undefined: not chosen. */
	member?: number | null
}

/** A person's entry in a group's roster. */
export interface Entry {
	id: string
	person: string
	/** Organisation or remark. */
	note: string
	lines: Lines | null
}

export type Mandate = Record<Column, Point[]>

export interface Group {
	id: string
	/** From its heading to its last line; null: made of others. */
	lines: Lines | null
	number: number | null
	title: string
	titleLines: Lines | null
	sections: Section[]
	/** What is to be done next; a section without a heading. */
	followUps: Section
	mandate: Mandate
	mandateLines: Lines | null
	roster: Entry[]
	/** How many signed up as the text says it. */
	declared: number | null
	countLines: Lines | null
	/** Of the columns that are said to be empty, or of the whole grid that is not there. */
	unfilled: 'absent' | 'unfilled' | null
	/** Slug of the board's model; null: no board. */
	model: string | null
	/** Left out: nothing is made of it. */
	dropped: boolean
}

/** Subject of a question: a group's number, how many signed up, its mandate, a text, the whole, a person, or what its lines are. */
export const DOUBT_KINDS = ['unmarked', 'number', 'mandate', 'contact', 'count', 'person', 'reading'] as const
export type DoubtKind = typeof DOUBT_KINDS[number]

/** One question: what makes it one, and what it is about. */
export interface Doubt {
	id: string
	kind: DoubtKind
	group: string
	lines: Lines
	warnings: Warning[]
	/** Of a person: where they signed up. */
	entry?: string
	/** Of a text. */
	point?: string
}

/** What was read, as corrected so far: nothing in it is ever changed, each correction makes another. */
export interface Draft {
	groups: Group[]
	people: Person[]
	doubts: Doubt[]
	/** Doubts that have their answer, by id. */
	answered: string[]
	/** Number for the id of what is made next. */
	next: number
}

/** What was read, before any correction. */
export function draftOf(reading: Reading, model: string | null): Draft {
	const people = reading.people.map(({ name = '', email = '', phone = '' }, index): Person => ({ id: `p${index}`, name, email, phone }))
	const personAt = new Map(reading.people.flatMap((person, index) => person.in.map(({ group, entry }) => [`${group} ${entry}`, `p${index}`] as const)))
	const read = reading.groups.map((group, index) => readGroup(group, `g${index}`, model, (entry) => personAt.get(`${index} ${entry}`) ?? ''))
	return { groups: read.map(({ group }) => group), people, doubts: read.flatMap(({ doubts }) => doubts), answered: [], next: 0 }
}

/**
 * A group that was read and the doubts about it.
 *
 * @param read as the parser gives it
 * @param id from which those of its parts follow
 * @param model of its board
 * @param personOf who an entry of its roster is
 */
export function readGroup(read: GroupReading, id: string, model: string | null, personOf: (entry: number) => string): { group: Group, doubts: Doubt[] } {
	const points = (placed: readonly Placed[], of: string, card: boolean) => placed.map(({ text, lines }, index): Point => ({ id: `${of}.${index}`, text, lines, card }))
	const group: Group = {
		id,
		lines: read.lines,
		number: read.number,
		title: read.title.text,
		titleLines: read.title.lines,
		sections: read.sections.map(({ heading, lines, items }, index) => ({ id: `${id}.s${index}`, heading, lines, points: points(items, `${id}.s${index}`, true), stack: null })),
		followUps: { id: `${id}.f`, heading: '', lines: null, points: points(read.followUps, `${id}.f`, true), stack: null },
		mandate: Object.fromEntries(COLUMNS.map((column) => [column, points(read.mandate[column], `${id}.${column}`, false)])) as Mandate,
		mandateLines: read.mandate.lines,
		roster: read.roster.map(({ note = '', lines }, index) => ({ id: `${id}.r${index}`, person: personOf(index), note, lines })),
		declared: read.declaredCount,
		countLines: read.countLines,
		unfilled: read.warnings.some(({ code }) => code === 'mandate-absent') ? 'absent' : read.warnings.some(({ code }) => code === 'table-unfilled') ? 'unfilled' : null,
		model,
		dropped: false,
	}
	return { group, doubts: doubtsOf(read.warnings, group) }
}

/** What the parser warns of, as questions: all about one person are one. */
function doubtsOf(warnings: readonly Warning[], group: Group): Doubt[] {
	const found = new Map<string, Doubt>()
	for (const warning of warnings) {
		const kind = kindOf(warning)
		if (kind === null) {
			continue
		}
		const entry = 'entry' in warning ? group.roster[warning.entry]?.id : undefined
		const point = kind === 'contact' ? pointAt(group, warning.lines)?.id : undefined
		const id = [group.id, kind, entry ?? point ?? (kind === 'contact' || kind === 'reading' ? warning.lines.from : '')].filter((part) => part !== '').join(' ')
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

/** The point at some lines. */
export function pointAt(group: Group, lines: Lines): Point | undefined {
	return allPoints(group).find((point) => point.lines !== null && point.lines.from <= lines.to && lines.from <= point.lines.to)
}

/** Its sections, and what is to be done next as the last of them. */
export function allSections(group: Group): Section[] {
	return [...group.sections, group.followUps]
}

/** All its points, those of the mandate last. */
export function allPoints(group: Group): Point[] {
	return [...allSections(group).flatMap(({ points }) => points), ...COLUMNS.flatMap((column) => group.mandate[column])]
}

/** The groups something is made of. */
export function keptGroups(draft: Draft): Group[] {
	return draft.groups.filter(({ dropped }) => !dropped)
}

/** Who a person of a roster is. */
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

/** Label for a person: their name, else what there is of them. */
export function personLabel({ name, email, phone }: Omit<Person, 'id'>): string {
	return name || email || phone
}

/** The questions that are still open. Answered, about what is left out or no longer there: they are not. */
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

/** The columns of its mandate as text, one point a line. */
export function mandateTexts({ mandate }: Group): Record<Column, string> {
	return Object.fromEntries(COLUMNS.map((column) => [column, mandate[column].map(({ text }) => text).join('\n')])) as Record<Column, string>
}
