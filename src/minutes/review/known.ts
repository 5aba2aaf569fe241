/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FoundPerson } from '../model.ts'
import type { Doubt, Draft, Person } from './draft.ts'

import { keptGroups, openDoubts, personLabel } from './draft.ts'

export type Match = FoundPerson['matches'][number]
/** Possible cards of a person, by soughtKey(). */
export type Known = ReadonlyMap<string, readonly Match[]>

/** How a person is invited: by their account or card, by mail, otherwise, or it is undecided which of several they are. */
export type ContactWay = 'member' | 'mail' | 'by_hand' | 'several'

/** Key to look up a person: equal for the same name and address. */
export function soughtKey({ name, email }: Pick<Person, 'name' | 'email'>): string {
	return `${name}\n${email.toLowerCase()}`
}

/** The possible cards of a person. */
export function matchesOf(person: Person, known: Known): readonly Match[] {
	return known.get(soughtKey(person)) ?? []
}

/** Id of a person's card: the chosen one, else the only one with their address or name. */
export function memberOf(person: Person, known: Known): number | null {
	if (person.member !== undefined) {
		return person.member
	}
	const matches = matchesOf(person, known)
	const byEmail = matches.filter(({ by }) => by === 'email')
	const [only, other] = byEmail.length > 0 ? byEmail : matches
	return only && !other ? only.member.id : null
}

/** Whether a notification reaches them: their card has an account. */
function hasAccount(person: Person, known: Known): boolean {
	const id = memberOf(person, known)
	return id !== null && (matchesOf(person, known).find(({ member }) => member.id === id)?.member.uid ?? null) !== null
}

/** How a person is invited. */
export function contactWayOf(person: Person, known: Known): ContactWay {
	if (memberOf(person, known) !== null) {
		return 'member'
	}
	return person.member === undefined && matchesOf(person, known).length > 1 ? 'several' : person.email !== '' ? 'mail' : 'by_hand'
}

/** Every question, open or answered: those of the reading, which of several members a person is, and the answers in no column; in the order of the text. */
export function allDoubts(draft: Draft, known: Known): Doubt[] {
	const asked = new Set(draft.doubts.flatMap(({ entry }) => entry ?? []))
	const several = new Set(draft.people.filter((person) => contactWayOf(person, known) === 'several').map(({ id }) => id))
	const listed = new Set<string>()
	const who = keptGroups(draft).flatMap((group) => group.roster.flatMap((entry): Doubt[] => {
		if (listed.has(entry.person) || asked.has(entry.id) || !several.has(entry.person)) {
			return []
		}
		listed.add(entry.person)
		return [{ id: `${entry.id} who`, kind: 'person', group: group.id, lines: entry.lines ?? group.lines ?? { from: 0, to: 0 }, warnings: [], entry: entry.id }]
	}))
	const unplaced = keptGroups(draft).filter((group) => group.unplaced.length > 0).map((group): Doubt => ({
		id: `unplaced ${group.id}`,
		kind: 'unplaced',
		group: group.id,
		lines: group.unplaced[0]!.lines ?? group.lines ?? { from: 0, to: 0 },
		warnings: [],
	}))
	return [...draft.doubts, ...who, ...unplaced].sort((one, other) => one.lines.from - other.lines.from)
}

/** Open questions. */
export function unanswered(draft: Draft, known: Known): Doubt[] {
	const open = new Set(openDoubts(draft).map(({ id }) => id))
	const answered = new Set(draft.answered)
	const read = new Set(draft.doubts.map(({ id }) => id))
	return allDoubts(draft, known).filter(({ id }) => read.has(id) ? open.has(id) : !answered.has(id))
}

export interface PlanTotals {
	groups: number
	/** Each person once, however many groups they signed up for. */
	people: number
	/** Of these people. */
	members: number
	mails: number
	byHand: number
}

/** What would be created, and who would be invited. */
export function planTotals(draft: Draft, known: Known): PlanTotals {
	const groups = keptGroups(draft)
	const ids = new Set(groups.flatMap(({ roster }) => roster.map(({ person }) => person)))
	// While it is undecided which of several cards is a person's, they are invited as if they had none.
	const ways = draft.people.filter((person) => ids.has(person.id) && personLabel(person) !== '').map((person) => hasAccount(person, known) ? 'account' : person.email !== '' ? 'mail' : 'by_hand')
	const count = (way: typeof ways[number]) => ways.filter((one) => one === way).length
	return {
		groups: groups.length,
		people: ways.length,
		members: count('account'),
		mails: count('mail'),
		byHand: count('by_hand'),
	}
}
