/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DeckBoard } from '../board/model.ts'
import type { RosterRow } from './model.ts'
import type { TeamMember } from './team.ts'

import { PARTICIPANT } from '../board/model.ts'
import { LEVEL } from './team.ts'

/**
 * Where Deck, the team and the group disagree on who can see the board.
 *
 * - not_shared: the board is not shared with the team; its participants see it in another way
 * - read_only: the team can see it but not change anything
 * - owner_outside: the board's owner is not in the group
 * - outsiders: accounts with access that are not in the group
 * - more: it is shared with groups of Nextcloud or other teams
 * - shut_out: people of the group who are not in the team, and so cannot see it
 * - unsigned: in the team, but not in the group
 */
export type Disagreement
	= { kind: 'not_shared' | 'read_only' }
		| { kind: 'owner_outside', uid: string }
		| { kind: 'outsiders' | 'shut_out' | 'unsigned', uids: string[] }
		| { kind: 'more', ids: string[] }

/** How a board is shared with a team; undefined: it is not. */
export function teamAccess({ acl }: Pick<DeckBoard, 'acl'>, teamId: string | null): DeckBoard['acl'][number] | undefined {
	return acl.find(({ type, participant }) => type === PARTICIPANT.team && participant === teamId)
}

/** Whether a board is the group's: others may have stored the number of one that is not. */
export function isBoardOfGroup(board: Pick<DeckBoard, 'acl'>, { madeBoard, teamId }: { madeBoard: boolean, teamId: string | null }): boolean {
	return madeBoard || teamAccess(board, teamId) !== undefined
}

/**
 * Compares who can see a board with the members of the group.
 *
 * @param board as Deck returns it
 * @param teamId the team of the group
 * @param team its members
 * @param roster the people of the group
 */
export function boardAccess(board: Pick<DeckBoard, 'owner' | 'acl'>, teamId: string, team: readonly TeamMember[], roster: readonly RosterRow[]): Disagreement[] {
	const active = roster.filter(({ state, member }) => state === 'active' && member.uid !== null).map(({ member }) => member.uid!)
	const accounts = team.filter(({ userType, level }) => userType === 1 && level > LEVEL.none).map(({ uid }) => uid)
	const shared = teamAccess(board, teamId)
	const outsiders = board.acl.filter(({ type, participant }) => type === PARTICIPANT.account && !active.includes(participant)).map(({ participant }) => participant)
	const more = board.acl.filter((acl) => acl.type !== PARTICIPANT.account && acl !== shared).map(({ participant }) => participant)
	const shutOut = active.filter((uid) => !accounts.includes(uid))
	const unsigned = accounts.filter((uid) => !active.includes(uid))
	return [
		...shared ? [] : [{ kind: 'not_shared' as const }],
		...shared && !shared.edit ? [{ kind: 'read_only' as const }] : [],
		...active.includes(board.owner) ? [] : [{ kind: 'owner_outside' as const, uid: board.owner }],
		...outsiders.length > 0 ? [{ kind: 'outsiders' as const, uids: outsiders }] : [],
		...more.length > 0 ? [{ kind: 'more' as const, ids: more }] : [],
		...shutOut.length > 0 ? [{ kind: 'shut_out' as const, uids: shutOut }] : [],
		...unsigned.length > 0 ? [{ kind: 'unsigned' as const, uids: unsigned }] : [],
	]
}
