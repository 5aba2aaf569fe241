/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckCard, DeckStack } from '../../board/model.ts'
import type { Group, GroupCan, GroupSummary, MyMembership, RosterRow } from '../model.ts'

/** Nothing may be changed. */
const cannot: GroupCan = {
	edit: false,
	join: false,
	engage: false,
	leave: false,
	decline: false,
	invite: false,
	facilitate: false,
	stepUp: false,
	stepDown: false,
	make: false,
	talk: false,
	sleep: false,
	close: false,
	reopen: false,
	delete: false,
	acceptances: false,
}

/** Only these permissions. */
export function may(...what: (keyof GroupCan)[]): GroupCan {
	return { ...cannot, ...Object.fromEntries(what.map((one) => [one, true])) }
}

/** A person in a group, changed as a test needs it. */
export function sampleMine(changes: Partial<MyMembership> = {}): MyMembership {
	return {
		state: 'active',
		role: '',
		facilitates: false,
		facilitatesUntil: null,
		lastFacilitator: false,
		commitment: 'Les permanences',
		hours: '2 h par mois',
		from: '2026-01-10',
		until: null,
		limits: 'Pas le soir',
		invitedBy: null,
		left: null,
		exitNote: '',
		leftInTeams: false,
		inTeam: false,
		...changes,
	}
}

/** An active group the person is not in. */
export function sampleSummaryOfGroup(changes: Partial<GroupSummary> = {}): GroupSummary {
	return {
		id: 5,
		title: 'Eau de pluie',
		purpose: 'Garder l’eau\nlà où elle tombe.',
		seeks: '',
		terms: [],
		territories: [],
		status: 'active',
		join: 'request',
		facilitators: [{ id: 7, uid: 'yvonne', name: 'Yvonne Cazalis', until: '2027-03-31' }],
		people: 3,
		mine: null,
		teamId: null,
		teamGone: false,
		boardId: null,
		folderId: null,
		requests: 0,
		charter: null,
		can: may('join'),
		...changes,
	}
}

/** Its page. */
export function sampleGroup(changes: Partial<Group> = {}): Group {
	return {
		...sampleSummaryOfGroup(),
		version: 4,
		mandate: { mayAdvance: ['Poser des cuves', 'Compter les toits'], mustNot: ['Vendre'], with: [] },
		channel: null,
		folderPath: null,
		minutes: null,
		teamOpen: false,
		making: null,
		created: '2026-01-10T10:00:00+00:00',
		...changes,
	}
}

/** A person in the roster. */
export function sampleRow(changes: Partial<RosterRow> = {}, member: Partial<RosterRow['member']> = {}): RosterRow {
	return {
		member: { id: 7, uid: 'yvonne', name: 'Yvonne Cazalis', line: 'Feutrière, Mazamet', joined: '2026-01-15', ...member },
		state: 'active',
		role: '',
		facilitates: false,
		facilitatesUntil: null,
		commitment: 'Les toits',
		can: { admit: false, remove: false, engage: false, answer: false, facilitate: false },
		...changes,
	}
}

/** A card on a board. */
export function sampleCard(changes: Partial<DeckCard> = {}): DeckCard {
	return {
		id: 1,
		stackId: 1,
		title: 'Mesurer le toit',
		description: '',
		order: 0,
		archived: false,
		duedate: null,
		done: null,
		lastModified: 0,
		labels: [],
		assigned: ['remi'],
		whose: ['Rémi'],
		...changes,
	}
}

/** A stack with cards. */
export function sampleStack(cards: DeckCard[], changes: Partial<DeckStack> = {}): DeckStack {
	return { id: 1, title: 'À faire', order: 0, lastModified: 0, isDone: false, cards, ...changes }
}
