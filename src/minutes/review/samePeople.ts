/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft, Entry, Person } from './draft.ts'

import { fold } from '../../shared/lib/fold.ts'
import { personLabel } from './draft.ts'

/** Matches the people of another reading with those of the draft. */
export class SamePeople {
	readonly all: Person[]
	private readonly found = new Map<string, string>()

	constructor(draft: Draft, before: Draft, after: Draft) {
		const entries = (of: Draft) => new Map(of.groups.flatMap(({ roster }) => roster.map((entry): [string, Entry] => [entry.id, entry])))
		const [now, was] = [entries(draft), entries(before)]
		const read = new Map(before.people.map((person) => [person.id, person]))
		const changes = new Map<string, Partial<Person>>()
		this.all = [...draft.people]
		for (const entry of entries(after).values()) {
			const person = now.get(entry.id)?.person
			if (person && !this.found.has(entry.person)) {
				this.found.set(entry.person, person)
				const old = read.get(was.get(entry.id)?.person ?? '')
				const next = after.people.find(({ id }) => id === entry.person)
				changes.set(person, old && next ? differencesOf(old, next) : {})
			}
		}
		this.all = this.all.map((person) => ({ ...person, ...changes.get(person.id) }))
		for (const person of after.people.filter(({ id }) => !this.found.has(id))) {
			const same = this.all.find((one) => isSame(one, person))
			const id = same?.id ?? (this.all.some((one) => one.id === person.id) ? `${person.id}'` : person.id)
			this.found.set(person.id, id)
			if (!same) {
				this.all.push({ ...person, id })
			}
		}
	}

	of({ person }: Pick<Entry, 'person'>): string {
		return this.found.get(person) ?? ''
	}
}

function differencesOf(old: Person, next: Person): Partial<Person> {
	return Object.fromEntries((['name', 'email', 'phone'] as const).filter((key) => old[key] !== next[key]).map((key) => [key, next[key]]))
}

function isSame(one: Person, other: Person): boolean {
	return one.email !== '' && other.email !== ''
		? one.email.toLowerCase() === other.email.toLowerCase()
		: personLabel(one) !== '' && one.name !== '' && fold(one.name) === fold(other.name)
}
