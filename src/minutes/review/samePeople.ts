/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Person } from './draft.ts'

import { fold } from '../../shared/lib/fold.ts'
import { personLabel } from './draft.ts'

/** The people with another one, and their id: the same person is there once. */
export function withPerson(people: readonly Person[], person: Person): { people: readonly Person[], id: string } {
	const same = people.find((one) => isSame(one, person))
	if (same) {
		return { people, id: same.id }
	}
	let id = person.id
	while (people.some((one) => one.id === id)) {
		id += '\''
	}
	return { people: [...people, { ...person, id }], id }
}

function isSame(one: Person, other: Person): boolean {
	return one.email !== '' && other.email !== ''
		? one.email.toLowerCase() === other.email.toLowerCase()
		: personLabel(one) !== '' && one.name !== '' && fold(one.name) === fold(other.name)
}
