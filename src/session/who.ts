/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { SessionPerson } from './model.ts'

import { fold } from '../shared/lib/fold.ts'

/** The person who speaks: of the session by id, a member by the id of their card, or only a name. */
export interface Who {
	name: string
	person?: number
	member?: number
}

interface Option {
	key: string
	label: string
	detail?: string
	group: string
	who: Who
}

/** The people a typed name may mean: people of the session first, then members who are not in it. */
export function personOptions(
	words: string,
	people: readonly SessionPerson[],
	members: readonly { id: number, name: string, line?: string }[],
	headings: { here: string, members: string },
): Option[] {
	const asked = fold(words.trim())
	if (asked === '') {
		return []
	}
	const here = people
		.filter(({ name }) => fold(name).split(/[\s-]+/).some((word) => word.startsWith(asked)) || fold(name).startsWith(asked))
		.map(({ id, name }) => ({ key: `person ${id}`, label: name, group: headings.here, who: { name, person: id } }))
	const others = members
		.filter(({ id }) => !people.some(({ member }) => member === id))
		.map(({ id, name, line }) => ({ key: `member ${id}`, label: name, ...line ? { detail: line } : {}, group: headings.members, who: { name, member: id } }))
	return [...here, ...others]
}

/** Replaces a typed name by the person of the session with exactly this name and no card, as the server does. */
export function knownAs(who: Who, people: readonly SessionPerson[]): Who {
	if (who.person !== undefined || who.member !== undefined) {
		return who
	}
	const name = fold(who.name.trim())
	const same = people.find((person) => person.member === null && fold(person.name) === name)
	return same ? { name: same.name, person: same.id } : who
}
