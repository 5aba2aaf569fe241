/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { RosterRow } from './model.ts'
import type { TeamMember } from './team.ts'

import { LEVEL } from './team.ts'

/**
 * The state of a person who is not fully in a group.
 * - requested: they asked to join
 * - invited: they were asked, and have not answered
 * - at_keeper: invited without an account; the keeper of their card answers
 * - declined: they declined
 * - at_team: in the group, and invited into its team
 * - outside_team: in the group, not in its team
 */
export const PENDING_STATES = ['requested', 'at_team', 'outside_team', 'invited', 'at_keeper', 'declined'] as const
export type PendingState = typeof PENDING_STATES[number]

/** Whether a facilitator has something to do before the person is fully in the group. */
export function waitsForFacilitator(place: PendingState): boolean {
	return ['requested', 'at_team', 'outside_team'].includes(place)
}

const ACCOUNT = 1

/**
 * People who are not fully in a group, first those who need an action of a facilitator.
 *
 * @param rows its roster
 * @param team its members; null without a team, or if unknown
 */
export function pendingPeople(rows: readonly RosterRow[], team: readonly TeamMember[] | null): { row: RosterRow, place: PendingState }[] {
	return rows
		.flatMap((row) => {
			const place = placeOf(row, team)
			return place === null ? [] : [{ row, place }]
		})
		.sort((a, b) => PENDING_STATES.indexOf(a.place) - PENDING_STATES.indexOf(b.place))
}

/** An account with access to the team that is not in the group. */
export interface TeamOutsider {
	uid: string
	name: string
	/** Their place in the group; null: none that the viewer can see. */
	row: RosterRow | null
	/** Of the membership of the team; null: the viewer cannot end it. */
	memberId: string | null
	owner: boolean
}

/**
 * The accounts in the team that are not in the group.
 *
 * @param rows the roster of the group
 * @param team members of its team; null or empty if unknown: then those are returned who were seen in it
 * @param me the viewer's account
 */
export function teamOutsiders(rows: readonly RosterRow[], team: readonly TeamMember[] | null, me: string): TeamOutsider[] {
	if (team === null || team.length === 0) {
		return rows.filter(({ state, member }) => state === 'unsigned' && member.uid !== null)
			.map((row) => ({ uid: row.member.uid!, name: row.member.name, row, memberId: null, owner: false }))
	}
	const accounts = team.filter(({ userType, level }) => userType === ACCOUNT && level > LEVEL.none)
	const mine = accounts.find(({ uid }) => uid === me)?.level ?? LEVEL.none
	return accounts.flatMap(({ id, uid, name, level }) => {
		const row = rows.find(({ member }) => member.uid === uid) ?? null
		return uid === me || row?.state === 'active'
			? []
			: [{ uid, name: row?.member.name ?? name, row, memberId: mine >= LEVEL.moderator && level < mine ? id : null, owner: level === LEVEL.owner }]
	})
}

function placeOf({ state, member: { uid }, can }: RosterRow, team: readonly TeamMember[] | null): PendingState | null {
	if (state === 'left' || state === 'unsigned') {
		return null
	}
	if (state !== 'active') {
		return state === 'invited' && uid === null && !can.answer ? 'at_keeper' : state
	}
	// An empty list: the viewer has asked to join but is not in the team, so it is unknown.
	if (uid === null || team === null || team.length === 0) {
		return null
	}
	const member = team.find((one) => one.uid === uid && one.userType === ACCOUNT)
	return member ? member.level === LEVEL.none ? 'at_team' : null : 'outside_team'
}
