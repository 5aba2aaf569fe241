/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Column } from '../parse/reading.ts'
import type { Doubt, DoubtKind, Draft, Entry, Group, Person, Point, Section } from './draft.ts'

import { COLUMNS } from '../parse/reading.ts'
import { allPoints, allSections } from './draft.ts'

/** Every correction gives another draft; what it is about and is not there changes nothing. */

/** The doubt has its answer. */
export function answer(draft: Draft, ids: readonly string[]): Draft {
	return { ...draft, answered: [...new Set([...draft.answered, ...ids])] }
}

/** The doubt is open again. */
export function reopenDoubt(draft: Draft, id: string): Draft {
	return { ...draft, answered: draft.answered.filter((one) => one !== id) }
}

/** The number of a group; null: it has none. */
export function setNumber(draft: Draft, group: string, number: number | null): Draft {
	return answerAll(inGroup(draft, group, (one) => ({ ...one, number })), (doubt) => doubt.group === group && doubt.kind === 'number')
}

/** The title of a group. */
export function setTitle(draft: Draft, group: string, title: string): Draft {
	return answerAll(inGroup(draft, group, (one) => ({ ...one, title: clean(title) })), (doubt) => doubt.group === group && doubt.kind === 'unmarked')
}

/** The model of its board; null: it gets none. */
export function setModel(draft: Draft, group: string, model: string | null): Draft {
	return inGroup(draft, group, (one) => ({ ...one, model }))
}

/** Leaves a group out, or takes it in again. */
export function setDropped(draft: Draft, group: string, dropped: boolean): Draft {
	return inGroup(draft, group, (one) => ({ ...one, dropped }))
}

/** The heading of a section. */
export function setHeading(draft: Draft, section: string, heading: string): Draft {
	return inSection(draft, section, (one) => ({ ...one, heading: clean(heading) }))
}

/** The stack the cards of a section go to. */
export function setStack(draft: Draft, section: string, stack: string | null): Draft {
	return inSection(draft, section, (one) => ({ ...one, stack }))
}

/** Whether all its points become cards, or none. */
export function setCards(draft: Draft, section: string, card: boolean): Draft {
	return inSection(draft, section, (one) => ({ ...one, points: one.points.map((point) => ({ ...point, card })) }))
}

/** Whether a point becomes a card. */
export function setCard(draft: Draft, point: string, card: boolean): Draft {
	return inPoint(draft, point, (one) => ({ ...one, card }))
}

/** Without a text the point goes. */
export function setText(draft: Draft, point: string, text: string): Draft {
	return answerAll(
		clean(text) === '' ? removePoint(draft, point) : inPoint(draft, point, (one) => ({ ...one, text: clean(text) })),
		(doubt) => doubt.point === point,
	)
}

/** Takes a point out, of a section or the mandate. */
export function removePoint(draft: Draft, point: string): Draft {
	const without = (points: Point[]) => points.some(({ id }) => id === point) ? points.filter(({ id }) => id !== point) : points
	return {
		...draft,
		groups: draft.groups.map((group) => allPoints(group).some(({ id }) => id === point)
			? { ...inSections(group, (section) => ({ ...section, points: without(section.points) })), mandate: mapMandate(group, without) }
			: group),
	}
}

/** Points written by the person, one per line, at the end of a section. */
export function addPoints(draft: Draft, section: string, text: string): Draft {
	const [points, next] = newPoints(draft, lines(text))
	return inSection({ ...draft, next }, section, (one) => ({ ...one, points: [...one.points, ...points] }))
}

/** Moves a point to the end of a section of any group. */
export function movePoint(draft: Draft, point: string, section: string): Draft {
	const moved = draft.groups.flatMap(allSections).flatMap(({ points }) => points).find(({ id }) => id === point)
	return moved && sectionOf(draft, section)
		? inSection(removePoint(draft, point), section, (one) => ({ ...one, points: [...one.points, moved] }))
		: draft
}

/** A section without points at the end of a group. */
export function addSection(draft: Draft, group: string, heading: string): Draft {
	const added: Section = { id: `n${draft.next}`, heading: clean(heading), lines: null, points: [], stack: null }
	return inGroup({ ...draft, next: draft.next + 1 }, group, (one) => ({ ...one, sections: [...one.sections, added] }))
}

/** Takes a section with its points out; what is to be done next becomes empty. */
export function removeSection(draft: Draft, section: string): Draft {
	return {
		...draft,
		groups: draft.groups.map((group) => ({
			...group,
			sections: group.sections.filter(({ id }) => id !== section),
			followUps: group.followUps.id === section ? { ...group.followUps, points: [] } : group.followUps,
		})),
	}
}

/** The columns as they are written, one point a line; lines that stay keep their place in the source. */
export function setMandate(draft: Draft, group: string, columns: Record<Column, string>): Draft {
	let next = draft.next
	const changed = inGroup(draft, group, (one) => ({
		...one,
		mandate: Object.fromEntries(COLUMNS.map((column) => {
			const known = [...one.mandate[column]]
			return [column, lines(columns[column]).map((text): Point => {
				const at = known.findIndex((point) => point.text === text)
				return at < 0 ? { id: `n${next++}`, text, lines: null, card: false } : known.splice(at, 1)[0]!
			})]
		})) as Group['mandate'],
		unfilled: COLUMNS.every((column) => lines(columns[column]).length === 0) ? one.unfilled : null,
	}))
	return answerAll({ ...changed, next }, (doubt) => doubt.group === group && doubt.kind === 'mandate')
}

/** A correction of a person applies to every group they signed up for. */
export function setPerson(draft: Draft, person: string, change: Partial<Omit<Person, 'id'>>): Draft {
	const cleaned = Object.fromEntries(Object.entries(change).map(([key, value]) => [key, typeof value === 'string' ? clean(value) : value]))
	const changed = { ...draft, people: draft.people.map((one) => one.id === person ? { ...one, ...cleaned } : one) }
	return answerAll(changed, (doubt) => doubt.kind === 'person' && entryOf(draft, doubt.entry)?.person === person)
}

/** The note next to a person in one group. */
export function setNote(draft: Draft, entry: string, note: string): Draft {
	return inRosters(draft, (roster) => roster.map((one) => one.id === entry ? { ...one, note: clean(note) } : one))
}

/** A person who is not in the text. */
export function addPerson(draft: Draft, group: string, told: { name: string, email: string, phone?: string }): Draft {
	const person: Person = { id: `n${draft.next}`, name: clean(told.name), email: clean(told.email), phone: clean(told.phone ?? '') }
	const entry: Entry = { id: `n${draft.next + 1}`, person: person.id, note: '', lines: null }
	return answerAll(
		inGroup({ ...draft, people: [...draft.people, person], next: draft.next + 2 }, group, (one) => ({ ...one, roster: [...one.roster, entry] })),
		(doubt) => doubt.group === group && doubt.kind === 'count',
	)
}

/** Removes a person from the roster of one group. */
export function removeEntry(draft: Draft, entry: string): Draft {
	return inRosters(draft, (roster) => roster.some(({ id }) => id === entry) ? roster.filter(({ id }) => id !== entry) : roster)
}

/** Two are the same person: the second keeps what it says, and takes from the first what it does not. */
export function mergePeople(draft: Draft, from: string, into: string): Draft {
	const one = draft.people.find(({ id }) => id === from)
	const other = draft.people.find(({ id }) => id === into)
	if (!one || !other || one === other) {
		return draft
	}
	const merged: Person = { ...other, name: other.name || one.name, email: other.email || one.email, phone: other.phone || one.phone }
	const answered = answerAll(draft, (doubt) => doubt.kind === 'person' && entryOf(draft, doubt.entry)?.person === from)
	return inRosters(
		{ ...answered, people: draft.people.filter(({ id }) => id !== from).map((person) => person.id === into ? merged : person) },
		(roster) => roster.some(({ person }) => person === from)
			? oneEach(roster.map((entry) => entry.person === from ? { ...entry, person: into } : entry))
			: roster,
	)
}

/** Questions about a group as a whole. */
const OWN: readonly DoubtKind[] = ['number', 'count', 'unmarked']

/** Puts what is in a group into another one, behind what is there; the first is no more. */
export function mergeGroups(draft: Draft, from: string, into: string): Draft {
	const one = draft.groups.find(({ id }) => id === from)
	if (!one || from === into || !draft.groups.some(({ id }) => id === into)) {
		return draft
	}
	const merged = inGroup(draft, into, (group): Group => ({
		...group,
		sections: [...group.sections, ...one.sections],
		followUps: { ...group.followUps, points: [...group.followUps.points, ...one.followUps.points] },
		mandate: mapMandate(group, (points, column) => [...points, ...one.mandate[column]]),
		unfilled: COLUMNS.some((column) => one.mandate[column].length > 0) ? null : group.unfilled,
		roster: oneEach([...group.roster, ...one.roster]),
		declared: group.declared !== null && one.declared !== null ? group.declared + one.declared : null,
	}))
	return {
		...merged,
		groups: merged.groups.filter(({ id }) => id !== from),
		// Its own number and its list's length are no question any more.
		doubts: merged.doubts.filter(({ group, kind }) => group !== from || !OWN.includes(kind)).map((doubt) => doubt.group === from ? { ...doubt, group: into } : doubt),
	}
}

/** Answers the open questions, as far as possible. */
function answerAll(draft: Draft, about: (doubt: Doubt) => boolean): Draft {
	const ids = draft.doubts.filter(about).map(({ id }) => id)
	return ids.length > 0 ? answer(draft, ids) : draft
}

function inGroup(draft: Draft, id: string, change: (group: Group) => Group): Draft {
	return { ...draft, groups: draft.groups.map((group) => group.id === id ? change(group) : group) }
}

function inSections(group: Group, change: (section: Section) => Section): Group {
	return { ...group, sections: group.sections.map(change), followUps: change(group.followUps) }
}

function inSection(draft: Draft, id: string, change: (section: Section) => Section): Draft {
	return {
		...draft,
		groups: draft.groups.map((group) => allSections(group).some((section) => section.id === id)
			? inSections(group, (section) => section.id === id ? change(section) : section)
			: group),
	}
}

function inPoint(draft: Draft, id: string, change: (point: Point) => Point): Draft {
	const changed = (points: Point[]) => points.map((point) => point.id === id ? change(point) : point)
	return {
		...draft,
		groups: draft.groups.map((group) => allPoints(group).some((point) => point.id === id)
			? { ...inSections(group, (section) => ({ ...section, points: changed(section.points) })), mandate: mapMandate(group, changed) }
			: group),
	}
}

function inRosters(draft: Draft, change: (roster: Entry[]) => Entry[]): Draft {
	return {
		...draft,
		groups: draft.groups.map((group) => {
			const roster = change(group.roster)
			return roster === group.roster ? group : { ...group, roster }
		}),
	}
}

function mapMandate({ mandate }: Group, change: (points: Point[], column: Column) => Point[]): Group['mandate'] {
	return Object.fromEntries(COLUMNS.map((column) => [column, change(mandate[column], column)])) as Group['mandate']
}

function sectionOf(draft: Draft, id: string): Section | undefined {
	return draft.groups.flatMap(allSections).find((section) => section.id === id)
}

function entryOf(draft: Draft, id: string | undefined): Entry | undefined {
	return draft.groups.flatMap(({ roster }) => roster).find((entry) => entry.id === id)
}

/** Each person once. */
function oneEach(roster: readonly Entry[]): Entry[] {
	return roster.filter(({ person }, index) => roster.findIndex((entry) => entry.person === person) === index)
}

function newPoints(draft: Draft, texts: readonly string[]): [Point[], number] {
	return [texts.map((text, index) => ({ id: `n${draft.next + index}`, text, lines: null, card: true })), draft.next + texts.length]
}

function clean(text: string): string {
	return text.replace(/\s+/g, ' ').trim()
}

/** The lines of a field, without the marks before them. */
function lines(text: string): string[] {
	return text.split('\n').map((line) => clean(line.replace(/^\s*[-•*–]\s+/, ''))).filter((line) => line !== '')
}
