/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Teams (app "circles"), by its OCS API. A refusal with 403 counts as an attack and slows down whoever shares the address: ask mine() or
// visible() before anything that may be refused.

import type { Space } from './space.ts'
import type { Team, TeamMember, TeamRow } from './team.ts'

import { generateUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { ApiError, isReason } from '../api/apiError.ts'
import { service } from '../api/client.ts'
import { SpaceSchema } from './space.ts'
import { TEAM_CONFIG, TeamMemberSchema, TeamRowSchema, TeamSchema } from './team.ts'

const Nothing = v.unknown()
/** What Teams says to who is in already, or has asked already. */
const ALREADY = [122, 123]
const ACCOUNT = 1

/**
 * The teams I am in, quickly: without who owns them and how I stand to them.
 *
 * @throws {ApiError} absent where there is no Teams
 */
export function mine(): Promise<TeamRow[]> {
	return service({ at: 'ocs', method: 'GET', path: '/circles/probecircles' }, v.array(TeamRowSchema))
}

/** Every team I may see, those among them that I am in or asked to come into, with who owns them and how I stand to them. */
export function visible(): Promise<Team[]> {
	return service({ at: 'ocs', method: 'GET', path: '/circles/circles' }, v.array(TeamSchema))
}

/**
 * One team, for who is in it or has asked.
 *
 * @throws {ApiError} not_allowed for everybody else, and for a team that is not there
 */
export function team(id: string): Promise<Team> {
	return service({ at: 'ocs', method: 'GET', path: '/circles/circles/{id}', values: { id } }, TeamSchema)
}

/**
 * A new team of mine, that nobody finds. Names need not be unique.
 *
 * @param name within TEAM_NAME
 */
export function create(name: string): Promise<Team> {
	return service({ at: 'ocs', method: 'POST', path: '/circles/circles', body: { name, personal: false } }, TeamSchema)
}

/** How people come in; for its admins. */
export async function setPreset(id: string, preset: keyof typeof TEAM_CONFIG): Promise<void> {
	await service({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/config', values: { id }, body: { value: TEAM_CONFIG[preset] } }, Nothing)
}

/** What the team says of itself; for its admins. */
export async function setDescription(id: string, value: string): Promise<void> {
	await service({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/description', values: { id }, body: { value } }, Nothing)
}

/** Another name; for its admins. */
export async function rename(id: string, value: string): Promise<void> {
	await service({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/name', values: { id }, body: { value } }, Nothing)
}

/** Who is in it, and who asked; nobody for who only asked. */
export function members(id: string): Promise<TeamMember[]> {
	return service({ at: 'ocs', method: 'GET', path: '/circles/circles/{id}/members', values: { id } }, v.array(TeamMemberSchema))
}

/**
 * Puts an account in; for moderators.
 *
 * @throws {ApiError} not_found for an account nobody has; refused with a code of ALREADY for who is in: see isAlready()
 */
export function addMember(id: string, uid: string): Promise<TeamMember> {
	return service({ at: 'ocs', method: 'POST', path: '/circles/circles/{id}/members', values: { id }, body: { userId: uid, type: ACCOUNT } }, TeamMemberSchema)
}

/** Lets somebody in who asked; for moderators. */
export async function confirmMember(id: string, memberId: string): Promise<void> {
	await service({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/members/{memberId}', values: { id, memberId } }, Nothing)
}

/**
 * What somebody may do in it, one of LEVEL; for whoever may do more. Who makes another the owner is an admin afterwards.
 *
 * @throws {ApiError} refused for who may not
 */
export async function setLevel(id: string, memberId: string, level: number): Promise<void> {
	await service({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/members/{memberId}/level', values: { id, memberId }, body: { level } }, Nothing)
}

/** Takes somebody out, or refuses who asked; for moderators, of people below them. */
export async function removeMember(id: string, memberId: string): Promise<void> {
	await service({ at: 'ocs', method: 'DELETE', path: '/circles/circles/{id}/members/{memberId}', values: { id, memberId } }, Nothing)
}

/**
 * Comes in, or asks to.
 *
 * @return whether I am in now; false: I have asked
 * @throws {ApiError} not_found where there is no such team; refused where it is private
 */
export async function join(id: string): Promise<boolean> {
	try {
		const { level } = await service({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/join', values: { id } }, TeamMemberSchema)
		return level > 0
	} catch (error) {
		if (isAlready(error)) {
			return error.code === ALREADY[0]
		}
		throw error
	}
}

/** Whether Teams refused because there was nothing to do: somebody is in already, or has asked already. */
export function isAlready(error: unknown): error is ApiError {
	return error instanceof ApiError && ALREADY.includes(error.code ?? 0)
}

/** Goes out. The owner's place passes to whoever may do most; a team nobody is left in is gone. */
export async function leave(id: string): Promise<void> {
	await service({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/leave', values: { id } }, Nothing)
}

/**
 * The folder of a team I am in. What Teams answers where there is none, and a Nextcloud that knows of no such folders, is no attack.
 *
 * @return null where it has none
 */
export async function space(id: string): Promise<Space | null> {
	try {
		return await service({ at: 'ocs', method: 'GET', path: '/circles/teams/{id}/folder', values: { id } }, SpaceSchema)
	} catch (error) {
		if (isReason(error, 'not_found', 'absent')) {
			return null
		}
		throw error
	}
}

/**
 * Takes the folder of a team from it, for its owner: it stays with all that is in it, among the Team folders, and nobody has it until an
 * administrator gives it to somebody. A second time changes nothing.
 */
export async function unlinkSpace(id: string): Promise<void> {
	try {
		await service({ at: 'ocs', method: 'DELETE', path: '/circles/teams/{id}/folder', values: { id } }, Nothing)
	} catch (error) {
		if (!isReason(error, 'not_found')) {
			throw error
		}
	}
}

/**
 * Takes the team away, for its owner. What was shared with it stays where it is, seen by its owner alone; its own folder goes with it: to be
 * kept safe first by keepSpace().
 */
export async function destroy(id: string): Promise<void> {
	await service({ at: 'ocs', method: 'DELETE', path: '/circles/circles/{id}', values: { id } }, Nothing)
}

/** The page of a team. */
export function teamUrl(id: string): string {
	return generateUrl('/apps/circles/teams/team/{id}', { id })
}
