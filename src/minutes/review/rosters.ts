/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft, Entry, Person } from './draft.ts'

import { answerAll, clean, inGroup, inRosters, oneEach } from './change.ts'

/** Corrections of the people who signed up; each returns another draft. */

/** A correction of a person applies to every group of theirs. */
export function setPerson(draft: Draft, person: string, change: Partial<Omit<Person, 'id'>>): Draft {
	const cleaned = Object.fromEntries(Object.entries(change).map(([key, value]) => [key, typeof value === 'string' ? clean(value) : value]))
	const changed = { ...draft, people: draft.people.map((one) => one.id === person ? { ...one, ...cleaned } : one) }
	return answerAll(changed, (doubt) => doubt.kind === 'person' && entryOf(draft, doubt.entry)?.person === person)
}

/** The note of a person in one group. */
export function setNote(draft: Draft, entry: string, note: string): Draft {
	return inRosters(draft, (roster) => roster.map((one) => one.id === entry ? { ...one, note: clean(note) } : one))
}

/** A person who is not in the text. */
export function addPerson(draft: Draft, group: string, added: { name: string, email: string, phone?: string }): Draft {
	const person: Person = { id: `n${draft.next}`, name: clean(added.name), email: clean(added.email), phone: clean(added.phone ?? '') }
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

/** Merges two people: the second keeps its fields, and gets missing ones from the first. */
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

function entryOf(draft: Draft, id: string | undefined): Entry | undefined {
	return draft.groups.flatMap(({ roster }) => roster).find((entry) => entry.id === id)
}
