/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { GroupSummary, MyMembership } from './model.ts'

import { fold } from '../shared/lib/fold.ts'

/** More groups than this are searched through. */
export const SEARCH_FROM = 8

/** States that involve a person in a group, or ask them to be. */
const MINE: MyMembership['state'][] = ['active', 'unsigned', 'invited', 'requested']

/** The groups in the order people look for them; each in one place only. */
export interface GroupSections {
	/** Those I am in, or on the way into. */
	mine: GroupSummary[]
	/** The others that live or are about to. */
	living: GroupSummary[]
	/** The others that rest or have ended. */
	ended: GroupSummary[]
}

/** Whether a group is listed under “mine”: the person is in it, is invited, or has asked to join. */
export function isMine({ mine }: Pick<GroupSummary, 'mine'>): boolean {
	return mine !== null && MINE.includes(mine.state)
}

/**
 * The groups whose title, purpose or facilitators hold every word, in their three places.
 *
 * @param groups all of them
 * @param words as typed
 * @param also ids of others, which the server found: it knows mandates, themes, places and what they lie in, other forms of a word and the glossary
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

/** Whether an engagement is over; a day counts until its end. */
export function isEnded(mine: Pick<MyMembership, 'state' | 'until'> | null, today: string): boolean {
	return mine?.state === 'active' && mine.until !== null && mine.until < today
}

/** Whether I am in a group whose board is in use. */
export function hasBoard({ mine, boardId, status }: Pick<GroupSummary, 'mine' | 'boardId' | 'status'>): boolean {
	return mine?.state === 'active' && boardId !== null && status !== 'closed'
}

/** Whether I am among its people as Teams knows them: its board and folder are mine to open. */
export function isInside({ mine }: Pick<GroupSummary, 'mine'>): boolean {
	return mine?.state === 'active' || mine?.state === 'unsigned'
}
