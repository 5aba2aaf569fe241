/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Match } from '../home/model.ts'
import type { Directory, FacetChoices, Member, MemberPage, MemberSummary } from '../model.ts'

import { FACETS } from '../model.ts'
import { DEFAULT_AUDIENCES } from '../parts.ts'

/** No permissions, as for another person's card. */
const cannot: Member['can'] = {
	edit: false,
	confirm: false,
	publish: false,
	pause: false,
	withdraw: false,
	delete: false,
	export: false,
	recordConsent: false,
	askConsent: false,
	invite: false,
	passOn: false,
}

/** A published card of another person, changed as a test needs it. */
export function sampleMember(changes: Partial<Member> = {}): Member {
	return {
		id: 7,
		uid: 'yvonne',
		ref: null,
		version: 3,
		status: 'published',
		name: 'Yvonne Cazalis',
		together: [],
		joined: '2026-01-15',
		updated: '2026-11-24T10:00:00+00:00',
		can: cannot,
		...changes,
	}
}

/** The card as its keeper sees it. */
export function keptMember(changes: Partial<Member> = {}): Member {
	return sampleMember({
		can: { ...cannot, edit: true, publish: true, pause: true, withdraw: true, delete: true, export: true },
		audience: { ...DEFAULT_AUDIENCES, seeks: 'public' },
		...changes,
	})
}

/** One page of cards. */
export function samplePage(members: Member[], total = members.length, next: string | null = null): MemberPage {
	return { members, total, next }
}

/** A person as in a list. */
export function sampleSummary(changes: Partial<MemberSummary> = {}): MemberSummary {
	return { id: 7, uid: 'yvonne', name: 'Yvonne Cazalis', line: 'Feutrière, Mazamet', joined: '2026-01-15', ...changes }
}

/** A person one could meet: they offer what one seeks. */
export function sampleMatch(changes: Partial<Match> = {}): Match {
	return {
		member: sampleSummary(),
		seek: 'Une fibre locale',
		offer: 'Douze machines à feutrer',
		direction: 'theyOffer',
		degree: 'sure',
		given: 'theyOffer',
		reason: 'You seek “Une fibre locale” — Yvonne Cazalis offers “Douze machines à feutrer”.',
		...changes,
	}
}

/** Choices by criterion, none but those given. */
export function sampleChoices(changes: Partial<FacetChoices> = {}): FacetChoices {
	return { ...Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as FacetChoices, ...changes }
}

/** One page of results, with all of them by default. */
export function sampleDirectory(members: MemberSummary[], changes: Partial<Directory> = {}): Directory {
	return { members, total: members.length, more: false, next: null, facets: sampleChoices(), ...changes }
}
