/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { DeckStack } from '../../board/index.ts'
import type { Leaving, LeavingPorts } from '../leaving.ts'
import type { LostThing } from '../making/missing.ts'
import type { Group } from '../model.ts'
import type { TeamMember } from '../team.ts'
import type { TeamPlace } from '../words.ts'

import { useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { ApiError, isReason } from '../../api/apiError.ts'
import * as deck from '../../board/deck.ts'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import { isBoardOfGroup } from '../boardAccess.ts'
import * as folder from '../folder.ts'
import * as gateway from '../gateway.ts'
import { findLostThings } from '../making/missing.ts'
import { preserveSpace } from '../preserveSpace.ts'
import { groupKeys, useGroupActions } from '../queries.ts'
import { LEVEL } from '../team.ts'
import * as teams from '../teams.ts'

/** Members and requests of a team; only queried if I am a member, because a refusal counts as an attack. null queries nothing. */
export function useTeamMembers(teamId: MaybeRefOrGetter<string | null>): UseQueryReturn<TeamMember[]> {
	return useQuery({
		key: () => groupKeys.team(toValue(teamId) ?? ''),
		query: async () => {
			const id = toValue(teamId) ?? ''
			return (await teams.listMine()).some((team) => team.id === id) ? teams.listMembers(id) : []
		},
		enabled: () => toValue(teamId) !== null,
	})
}

/** What Deck and Files have lost of an open group; nothing is queried before it is open. */
export function useLostThings(group: MaybeRefOrGetter<Pick<Group, 'id' | 'teamGone' | 'making'> | undefined>): UseQueryReturn<LostThing[]> {
	return useQuery({
		key: () => groupKeys.lost(toValue(group)?.id ?? 0),
		query: () => findLostThings({ deck, folder }, toValue(group)!.making!, toValue(group)!.teamGone),
		enabled: () => toValue(group)?.making?.step === 'done',
	})
}

/** Everything on a board, for a person about to leave it; null queries nothing. */
export function useStacks(boardId: MaybeRefOrGetter<number | null>): UseQueryReturn<DeckStack[]> {
	return useQuery({
		key: () => groupKeys.stacks(toValue(boardId) ?? 0),
		query: () => deck.listStacks(toValue(boardId) ?? 0),
		enabled: () => toValue(boardId) !== null,
		refetchOnWindowFocus: false,
		gcTime: 0,
	})
}

/** Changes to the team of a group, with the rights of the current user. */
export function useTeamActions() {
	const cache = useQueryCache()
	const refresh = (id: string) => invalidateQueries(cache, { key: groupKeys.team(id) })

	return {
		/** Joins the team, or asks to. */
		async join(id: string): Promise<TeamPlace> {
			const place = await teams.join(id) ? 'in' : 'asked'
			refresh(id)
			return place
		},
		/**
		 * Withdraws a request, or leaves. A team is deleted with its last member.
		 *
		 * @return name of the team folder, if it was kept without its team
		 */
		async leave(id: string): Promise<string | null> {
			// A person outside the team has nothing to leave, and a refused request to Teams would count as a brute-force attempt.
			const me = (await teams.listVisible()).find((team) => team.id === id)?.me ?? null
			const last = me?.level === LEVEL.owner && (await teams.listMembers(id)).every((member) => member.level === LEVEL.none || member.id === me.id)
			const kept = last ? await preserveSpace({ ...teams, ...folder }, id) : null
			if (me !== null) {
				await teams.leave(id)
			}
			refresh(id)
			return kept
		},
		/** Adds an account to the team: confirms those who asked, adds the others. */
		async letIn(id: string, uid: string): Promise<void> {
			const member = (await teams.listMembers(id)).find((one) => one.uid === uid && one.userType === 1)
			try {
				if (!member) {
					await teams.addMember(id, uid)
				} else if (member.level === LEVEL.none) {
					await teams.confirmMember(id, member.id)
				}
			} catch (error) {
				if (!teams.isAlreadyMember(error)) {
					throw error
				}
			}
			refresh(id)
		},
		/** Ends a membership of the team. */
		async removeMember(id: string, memberId: string): Promise<void> {
			await teams.removeMember(id, memberId)
			refresh(id)
		},
		/**
		 * Gives the team of a group the settings of the group, if it has one; for the team's admins.
		 *
		 * @throws {ApiError} not_allowed for everyone else, without asking Teams, where a refusal counts as an attack
		 */
		async follow({ id, teamId, teamGone, join }: Pick<Group, 'id' | 'teamId' | 'teamGone' | 'join'>): Promise<void> {
			if (teamId === null || teamGone) {
				return
			}
			try {
				const me = (await teams.listMine()).some((team) => team.id === teamId) ? (await teams.getTeam(teamId)).me : null
				if (me === null || me.level < LEVEL.admin) {
					throw new ApiError(403, 'not_allowed')
				}
				await teams.setPreset(teamId, join)
			} finally {
				invalidateQueries(cache, { key: groupKeys.group(id) })
			}
		},
		/** Lets a person lead the team; who hands over to them, and owns it, makes them its owner. */
		async hand(id: string, uid: string, instead: boolean): Promise<void> {
			const { me } = await teams.getTeam(id)
			const member = (await teams.listMembers(id)).find((one) => one.uid === uid && one.userType === 1)
			const level = instead && me?.level === LEVEL.owner ? LEVEL.owner : LEVEL.admin
			if (member && me && member.level < level) {
				await teams.setLevel(id, member.id, level)
			}
			refresh(id)
		},
	}
}

/** Gives the board of a group to the next facilitator, if it is mine, and I made it for the group or it is shared with its team. */
export async function transferBoard(group: Pick<Leaving, 'madeBoard' | 'teamId'>, boardId: number, uid: string, to: string): Promise<void> {
	const board = await deck.getBoard(boardId)
	if (board.owner === uid && isBoardOfGroup(board, group)) {
		await deck.transferOwner(boardId, to)
	}
}

/** The requests of leaving a group to our server, Deck and Teams. */
export function useLeavingPorts(id: MaybeRefOrGetter<number>): LeavingPorts {
	const { facilitate, leave } = useGroupActions()
	const team = useTeamActions()
	return {
		async facilitate(memberId) {
			try {
				await facilitate({ id: toValue(id), memberId, handOver: true })
			} catch (error) {
				// The answer of an earlier call may have been lost: then there is nothing left to hand over.
				const { facilitators, mine } = await gateway.getGroup(toValue(id))
				if (mine?.facilitates || !facilitators.some((one) => one.id === memberId)) {
					throw error
				}
			}
		},
		listStacks: deck.listStacks,
		getBoard: deck.getBoard,
		assignUser: deck.assignUser,
		unassignUser: deck.unassignUser,
		transferOwner: deck.transferOwner,
		removeAcl: deck.removeAcl,
		async leaveGroup(note) {
			try {
				await leave({ id: toValue(id), note })
			} catch (error) {
				if (!isReason(error, 'not_in_group')) {
					throw error
				}
			}
		},
		leaveTeam: team.leave,
	}
}
