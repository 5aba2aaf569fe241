/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupSummary, MyMembership } from './model.ts'

import { fold } from '../shared/lib/fold.ts'

/** With more groups than this, there is a search. */
export const SEARCH_FROM = 8

/** States in which a person is or may become a member. */
const MINE: MyMembership['state'][] = ['active', 'unsigned', 'invited', 'requested']

/** The groups in sections, each in one only. */
export interface GroupSections {
	/** My groups, and those I am joining. */
	mine: GroupSummary[]
	/** Other active or forming groups. */
	living: GroupSummary[]
	/** Other dormant or closed groups. */
	ended: GroupSummary[]
}

/** Whether a group is listed under “mine”: the person is in it, is invited, or has asked to join. */
export function isMine({ mine }: Pick<GroupSummary, 'mine'>): boolean {
	return mine !== null && MINE.includes(mine.state)
}

/**
 * The groups whose title, purpose or facilitators contain every word, in sections.
 *
 * @param groups all groups
 * @param words as typed
 * @param also ids of other groups found by the server: it knows mandates, themes, places and what they are in, word forms and the glossary
 */
export function groupSections(groups: readonly GroupSummary[], words = '', also: ReadonlySet<number> = new Set()): GroupSections {
	const wanted = fold(words).split(' ').filter(Boolean)
	const found = groups.filter((group) => {
		const text = fold([group.title, group.purpose, ...group.facilitators.map(({ name }) => name)].join(' '))
		return also.has(group.id) || wanted.every((word) => text.includes(word))
	})
	const others = found.filter((group) => !isMine(group))
	return {
		mine: found.filter(isMine),
		living: others.filter(({ status }) => status === 'forming' || status === 'active'),
		ended: others.filter(({ status }) => status === 'dormant' || status === 'closed'),
	}
}

/** The purpose in one line. */
export function oneLine(purpose: string): string {
	return purpose.replace(/\s+/g, ' ').trim()
}

/** Whether a commitment is over; a day counts until its end. */
export function isEnded(mine: Pick<MyMembership, 'state' | 'until'> | null, today: string): boolean {
	return mine?.state === 'active' && mine.until !== null && mine.until < today
}

/** Whether I am in a group whose board is in use. */
export function hasBoard({ mine, boardId, status }: Pick<GroupSummary, 'mine' | 'boardId' | 'status'>): boolean {
	return mine?.state === 'active' && boardId !== null && status !== 'closed'
}

/** Whether I am a member as far as Teams knows: I can open its board and folder. */
export function isInside({ mine }: Pick<GroupSummary, 'mine'>): boolean {
	return mine?.state === 'active' || mine?.state === 'unsigned'
}
