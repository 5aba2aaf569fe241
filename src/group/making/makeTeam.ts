/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TeamMember } from '../team.ts'
import type { StepState } from './steps.ts'
import type { Search, Work } from './work.ts'

import { isReason } from '../../api/apiError.ts'
import { LEVEL } from '../team.ts'
import { matchesTeamName, teamName } from './plan.ts'
import { DONE, idsOfOtherGroups, isSince, mayReplace, NOT_MINE } from './work.ts'

const ACCOUNT = 1

/** The group's team: created once, with the join mode of the plan and the purpose of the group. */
export async function makeTeam(work: Work): Promise<StepState> {
	const { ports: { teams }, calls, plan, making } = work
	const known = making.teamId
	const gone = known !== null && !(await calls.read(() => teams.listMine())).some(({ id }) => id === known)
	if (gone && !work.recreate.has('team')) {
		// Nothing can be shared with it; the saved id stays for the person to decide.
		making.teamId = null
		return { state: 'failed', reason: 'gone', maybeDone: false }
	}
	// Their own team is changed only by a run of the person who made it.
	const foreign = known !== null && !gone && !making.own.team && (await calls.read(() => teams.getTeam(known))).owner === work.me
	if (foreign && !mayReplace(work, 'team')) {
		making.teamId = null
		return NOT_MINE
	}
	if (known === null || gone || foreign) {
		const lost = () => findUnsavedTeam(work, plan.title)
		const { id } = (work.resumed ? await lost() : undefined)
			?? await calls.change(async () => ({ id: (await teams.create(teamName(plan.title))).id }), lost)
		await work.keep('team', { teamId: id })
	}
	const id = making.teamId!
	await calls.change(() => teams.setPreset(id, plan.join))
	if (plan.purpose !== '') {
		await calls.change(() => teams.setDescription(id, plan.purpose))
	}
	return DONE
}

/**
 * A team that was created for this group without its id being saved: with its name, not older than the group, with only its creator as member,
 * and of no other group.
 */
export async function findUnsavedTeam(work: Search, title: string): Promise<{ id: string } | undefined> {
	const { ports: { teams }, calls, making, me } = work
	const name = teamName(title)
	const rows = (await calls.read(() => teams.listMine()))
		.filter((row) => matchesTeamName(row.name, name) && row.population <= 1 && isSince(row.creation, making))
	const others = rows.length > 0 ? (await idsOfOtherGroups(work)).teams : new Set<string | null>()
	for (const { id } of rows.filter((row) => !others.has(row.id))) {
		if ((await calls.read(() => teams.getTeam(id))).owner === me) {
			return { id }
		}
	}
	return undefined
}

/** Facilitators, who can lead the team, and members. An account that Teams refuses is left out and named. */
export async function makeMembers(work: Work): Promise<StepState> {
	const { ports: { teams }, calls, plan, me } = work
	const id = work.making.teamId!
	const facilitators = new Set(plan.team.facilitators.filter((uid) => uid !== me))
	const wanted = [...new Set([...facilitators, ...plan.team.members])].filter((uid) => uid !== me)
	const isIn = (uid: string) => (member: TeamMember) => member.uid === uid && member.userType === ACCOUNT && member.level > LEVEL.none
	const there = wanted.length > 0 && !work.made.has('team') ? await calls.read(() => teams.listMembers(id)) : []
	const without: string[] = []
	const find = async (uid: string) => (await calls.read(() => teams.listMembers(id))).find(isIn(uid))
	const add = async (uid: string) => {
		try {
			return await calls.change(() => teams.addMember(id, uid), () => find(uid))
		} catch (error) {
			// Teams refuses an account that has joined in the meantime, like a deleted one.
			const found = isReason(error, 'refused') ? await find(uid) : undefined
			if (found) {
				return found
			}
			throw error
		}
	}
	for (const [index, uid] of wanted.entries()) {
		work.progress(index, wanted.length)
		try {
			const member = there.find(isIn(uid)) ?? await add(uid)
			if (facilitators.has(uid) && member.level < LEVEL.admin) {
				await calls.change(() => teams.setLevel(id, member.id, LEVEL.admin))
			}
		} catch (error) {
			if (!isReason(error, 'refused', 'not_found')) {
				throw error
			}
			without.push(uid)
		}
	}
	return { state: 'done', without }
}
