/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft, Person } from '../review/draft.ts'
import type { Known } from '../review/known.ts'
import type { AskedInto, AskedIntoGroups, AskedOutcome } from './model.ts'

import { cut } from '../../shared/lib/cut.ts'
import { keptGroups, personLabel, personOf } from '../review/draft.ts'
import { memberOf } from '../review/known.ts'
import { ASK_LIMITS } from './model.ts'

/** The people to invite to the groups made from minutes, separate from the draft: the choices and the message. */
export interface Inviting {
	/** Ids of people of the rosters who should not be invited. */
	not: readonly string[]
	/** Own text in the mail. */
	message: string
}

export const NOTHING_CHOSEN: Inviting = { not: [], message: '' }

/** Outcomes for which an invitation can still be sent. */
const OPEN: readonly AskedOutcome[] = ['notified', 'mailed', 'by_hand', 'mail_failed', 'later']

/** A person of the rosters, with their state in each of their groups. */
export interface InvitedPerson {
	id: string
	label: string
	asked: AskedIntoGroups
	/** By id of the group; without one: not looked up yet. */
	outcomes: ReadonlyMap<number, AskedOutcome>
	/** Groups they can be invited to. */
	open: readonly number[]
	invite: boolean
}

/**
 * The people of the rosters, each once for all their groups; what is too long to be a name, address or number is not sent as one.
 *
 * @param draft with the rosters
 * @param known possible cards of the people
 * @param ids ids of the created groups, by their place in the plan
 */
export function invitedOf(draft: Draft, known: Known, ids: ReadonlyMap<number, number>): AskedIntoGroups[] {
	const found = new Map<string, AskedIntoGroups>()
	for (const [position, { roster }] of keptGroups(draft).entries()) {
		const id = ids.get(position)
		for (const entry of id === undefined ? [] : roster) {
			const person = found.get(entry.person) ?? askedOf(personOf(draft, entry.person), known)
			if (person && !person.groups.some((group) => group.id === id) && person.groups.length < ASK_LIMITS.groups) {
				person.groups.push({ id: id!, ...entry.note && { note: cut(entry.note, ASK_LIMITS.note) } })
				found.set(entry.person, person)
			}
		}
	}
	return [...found.values()]
}

function askedOf(person: Person, known: Known): AskedIntoGroups | null {
	const { id, name, email, phone } = person
	const member = memberOf(person, known)
	return personLabel(person) === ''
		? null
		: {
				key: id,
				...member !== null && { memberId: member },
				...name && { name: cut(name, ASK_LIMITS.name) },
				...email && email.length <= ASK_LIMITS.email && { email },
				...phone && phone.length <= ASK_LIMITS.phone && { phone },
				groups: [],
			}
}

/**
 * Each person with what became of them, or would.
 *
 * @param draft with their names
 * @param invited as of invitedOf()
 * @param answers of the server, in order
 * @param choices what the facilitator chose
 */
export function peopleOf(draft: Draft, invited: readonly AskedIntoGroups[], answers: readonly AskedInto[], choices: Inviting): InvitedPerson[] {
	const outcomes = new Map<string, Map<number, AskedOutcome>>()
	for (const { key, group, outcome } of answers) {
		outcomes.set(key, (outcomes.get(key) ?? new Map<number, AskedOutcome>()).set(group, outcome))
	}
	return invited.map((asked) => {
		const own = outcomes.get(asked.key) ?? new Map<number, AskedOutcome>()
		return {
			id: asked.key,
			label: personLabel(personOf(draft, asked.key)),
			asked,
			outcomes: own,
			open: asked.groups.map(({ id }) => id).filter((id) => OPEN.includes(own.get(id)!)),
			invite: !choices.not.includes(asked.key),
		}
	})
}

/** Who gets an invitation now, with the groups it is for. */
export function toInvite(people: readonly InvitedPerson[]): AskedIntoGroups[] {
	return people
		.filter(({ invite, open }) => invite && open.length > 0)
		.map(({ asked, open }) => ({ ...asked, groups: asked.groups.filter(({ id }) => open.includes(id)) }))
}
