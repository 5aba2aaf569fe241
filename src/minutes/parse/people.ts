/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupReading, Person } from './reading.ts'

import { fold } from '../../shared/lib/fold.ts'
import { isIncomplete } from './name.ts'

/**
 * Each person once, wherever they signed up. Equal addresses are one person; so are equal whole names, unless two addresses differ.
 */
export function readPeople(groups: readonly Pick<GroupReading, 'roster'>[]): Person[] {
	const people: Person[] = []
	const byAddress = new Map<string, Person>()
	const byName = new Map<string, Person[]>()
	const entries = groups.flatMap(({ roster }, group) => roster.map((person, entry) => ({ person, group, entry })))
	// Those with an address first, so that those without are matched to them.
	for (const { person: { name, email, phone }, group, entry } of [...entries].sort((one, other) => Number(!one.person.email) - Number(!other.person.email))) {
		const key = name && !isIncomplete(name) ? fold(name) : ''
		const namesakes = byName.get(key) ?? []
		const known = email
			? byAddress.get(email.toLowerCase())
			: key !== '' && namesakes.length === 1 ? namesakes[0] : undefined
		const person: Person = known ?? { in: [] }
		person.in.push({ group, entry })
		person.name ??= name
		person.email ??= email
		person.phone ??= phone
		if (!known) {
			people.push(person)
		}
		if (email) {
			byAddress.set(email.toLowerCase(), person)
		}
		if (key !== '' && !namesakes.includes(person)) {
			byName.set(key, [...namesakes, person])
		}
	}
	const place = ({ group, entry }: Person['in'][number]) => group * 1e6 + entry
	people.forEach((person) => person.in.sort((one, other) => place(one) - place(other)))
	return people.sort((one, other) => place(one.in[0]!) - place(other.in[0]!)).map(({ name, email, phone, in: places }) => ({ ...name && { name }, ...email && { email }, ...phone && { phone }, in: places }))
}
