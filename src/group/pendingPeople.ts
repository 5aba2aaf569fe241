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
 * - cannot_lead: facilitates the group, but is an ordinary member of its team
 */
export const PENDING_STATES = ['requested', 'at_team', 'outside_team', 'cannot_lead', 'invited', 'at_keeper', 'declined'] as const
export type PendingState = typeof PENDING_STATES[number]

/** Whether a facilitator has something to do before the person is fully in the group. */
export function waitsForFacilitator(place: PendingState): boolean {
	return ['requested', 'at_team', 'outside_team', 'cannot_lead'].includes(place)
}

const ACCOUNT = 1
/** Status in Teams of an account that asked to join. */
const REQUESTING = 'Requesting'

/**
 * People who are not fully in a group, first those who need an action of a facilitator.
 *
 * @param rows its roster
 * @param team its members; null without a team, or if unknown
 * @param me the viewer's account
 */
export function pendingPeople(rows: readonly RosterRow[], team: readonly TeamMember[] | null, me: string | null = null): { row: RosterRow, place: PendingState }[] {
	const leads = levelOf(me, team) >= LEVEL.admin
	return rows
		.flatMap((row) => {
			const place = placeOf(row, team, leads)
			return place === null ? [] : [{ row, place }]
		})
		.sort((a, b) => PENDING_STATES.indexOf(a.place) - PENDING_STATES.indexOf(b.place))
}

/** An account that is in the team, or asked there to be, and is not in the group. */
export interface TeamOutsider {
	uid: string
	name: string
	/** Asked to join the team, and has no access to it. */
	asks: boolean
	/** Their place in the group; null: none that the viewer can see. */
	row: RosterRow | null
	/** Of the membership of the team; null: the viewer cannot end it. */
	memberId: string | null
	owner: boolean
}

/**
 * The accounts that are in the team, or asked there to be, and are not in the group. Who asked the group too is answered there.
 *
 * @param rows the roster of the group
 * @param team members of its team; null or empty if unknown: then those are returned who were seen in it
 * @param me the viewer's account
 */
export function teamOutsiders(rows: readonly RosterRow[], team: readonly TeamMember[] | null, me: string): TeamOutsider[] {
	if (team === null || team.length === 0) {
		return rows.filter(({ state, member }) => state === 'unsigned' && member.uid !== null)
			.map((row) => ({ uid: row.member.uid!, name: row.member.name, asks: false, row, memberId: null, owner: false }))
	}
	const mine = levelOf(me, team)
	return team
		.filter(({ userType, level, status }) => userType === ACCOUNT && (level > LEVEL.none || status === REQUESTING))
		.flatMap(({ id, uid, name, level }) => {
			const row = rows.find(({ member }) => member.uid === uid) ?? null
			const asks = level === LEVEL.none
			return uid === me || row?.state === 'active' || (asks && row?.state === 'requested')
				? []
				: [{ uid, name: row?.member.name ?? name, asks, row, memberId: mine >= LEVEL.moderator && level < mine ? id : null, owner: level === LEVEL.owner }]
		})
}

/** Whether a person in the team only can be invited into the group: nothing between them and the group waits for an answer. */
export function canBeInvited({ state }: RosterRow): boolean {
	return state === 'unsigned' || state === 'left'
}

function levelOf(me: string | null, team: readonly TeamMember[] | null): number {
	return team?.find(({ uid, userType }) => uid === me && userType === ACCOUNT)?.level ?? LEVEL.none
}

function placeOf({ state, facilitates, member: { uid }, can }: RosterRow, team: readonly TeamMember[] | null, viewerLeads: boolean): PendingState | null {
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
	if (!member) {
		return 'outside_team'
	}
	if (member.level === LEVEL.none) {
		return 'at_team'
	}
	return viewerLeads && facilitates && member.level < LEVEL.admin ? 'cannot_lead' : null
}
