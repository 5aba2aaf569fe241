/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Teams (app "circles"), through its OCS API. A 403 counts as an attack and slows down everyone at the same address: call listMine() or
// listVisible() before anything that may be refused.

import type { Space } from './preserveSpace.ts'
import type { Team, TeamMember, TeamRow } from './team.ts'

import * as v from 'valibot'
import { ApiError, isReason } from '../api/apiError.ts'
import { callService } from '../api/client.ts'
import { SpaceSchema } from './preserveSpace.ts'
import { TEAM_CONFIG, TeamMemberSchema, TeamRowSchema, TeamSchema } from './team.ts'

const Ignored = v.unknown()
/** Error codes of Teams for an account that is already a member, or has already asked. */
const ALREADY = [122, 123]
const ACCOUNT = 1

/**
 * My teams, quickly: without owner and my membership.
 *
 * @throws {ApiError} absent if Teams is not installed
 */
export function listMine(): Promise<TeamRow[]> {
	return callService({ at: 'ocs', method: 'GET', path: '/circles/probecircles' }, v.array(TeamRowSchema))
}

/** Every team I can see, including those I am in or asked to join, with owner and my membership. */
export function listVisible(): Promise<Team[]> {
	return callService({ at: 'ocs', method: 'GET', path: '/circles/circles' }, v.array(TeamSchema))
}

/**
 * One team, for members and those who asked to join.
 *
 * @throws {ApiError} not_allowed for everyone else, and for a team that does not exist
 */
export function getTeam(id: string): Promise<Team> {
	return callService({ at: 'ocs', method: 'GET', path: '/circles/circles/{id}', values: { id } }, TeamSchema)
}

/**
 * Creates a team of mine that nobody can find. Names need not be unique.
 *
 * @param name within TEAM_NAME
 */
export function create(name: string): Promise<Team> {
	return callService({ at: 'ocs', method: 'POST', path: '/circles/circles', body: { name, personal: false } }, TeamSchema)
}

/** How people join; for its admins. */
export async function setPreset(id: string, preset: keyof typeof TEAM_CONFIG): Promise<void> {
	await callService({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/config', values: { id }, body: { value: TEAM_CONFIG[preset] } }, Ignored)
}

/** Changes the description of the team; for its admins. */
export async function setDescription(id: string, value: string): Promise<void> {
	await callService({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/description', values: { id }, body: { value } }, Ignored)
}

/** Renames it; for its admins. */
export async function rename(id: string, value: string): Promise<void> {
	await callService({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/name', values: { id }, body: { value } }, Ignored)
}

/** Its members and requests; empty for those who only asked to join. */
export function listMembers(id: string): Promise<TeamMember[]> {
	return callService({ at: 'ocs', method: 'GET', path: '/circles/circles/{id}/members', values: { id } }, v.array(TeamMemberSchema))
}

/**
 * Adds an account; for moderators.
 *
 * @throws {ApiError} not_found for an account that does not exist; refused with a code of ALREADY for a member: see isAlreadyMember()
 */
export function addMember(id: string, uid: string): Promise<TeamMember> {
	return callService({ at: 'ocs', method: 'POST', path: '/circles/circles/{id}/members', values: { id }, body: { userId: uid, type: ACCOUNT } }, TeamMemberSchema)
}

/** Approves a request to join; for moderators. */
export async function confirmMember(id: string, memberId: string): Promise<void> {
	await callService({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/members/{memberId}', values: { id, memberId } }, Ignored)
}

/**
 * Sets a person's level, one of LEVEL; requires a higher level. Making another person the owner makes the caller an admin.
 *
 * @throws {ApiError} refused if not allowed
 */
export async function setLevel(id: string, memberId: string, level: number): Promise<void> {
	await callService({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/members/{memberId}/level', values: { id, memberId }, body: { level } }, Ignored)
}

/** Removes a person, or refuses their request; for moderators, on people below them. */
export async function removeMember(id: string, memberId: string): Promise<void> {
	await callService({ at: 'ocs', method: 'DELETE', path: '/circles/circles/{id}/members/{memberId}', values: { id, memberId } }, Ignored)
}

/**
 * Joins, or asks to.
 *
 * @return whether I am a member now; false: I have asked
 * @throws {ApiError} not_found if the team does not exist; refused if it is private
 */
export async function join(id: string): Promise<boolean> {
	try {
		const { level } = await callService({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/join', values: { id } }, TeamMemberSchema)
		return level > 0
	} catch (error) {
		if (isAlreadyMember(error)) {
			return error.code === ALREADY[0]
		}
		throw error
	}
}

/** Whether Teams refused because there was nothing to do: the person is a member or has asked already. */
export function isAlreadyMember(error: unknown): error is ApiError {
	return error instanceof ApiError && ALREADY.includes(error.code ?? 0)
}

/** Leaves the team. The owner's place passes to the member with the highest level; an empty team is deleted. */
export async function leave(id: string): Promise<void> {
	await callService({ at: 'ocs', method: 'PUT', path: '/circles/circles/{id}/leave', values: { id } }, Ignored)
}

/**
 * The folder of a team I am in. Asking for one that does not exist is not counted as an attack, nor asking a Nextcloud without such folders.
 *
 * @return null if it has none
 */
export async function getSpace(id: string): Promise<Space | null> {
	try {
		return await callService({ at: 'ocs', method: 'GET', path: '/circles/teams/{id}/folder', values: { id } }, SpaceSchema)
	} catch (error) {
		if (isReason(error, 'not_found', 'absent')) {
			return null
		}
		throw error
	}
}

/**
 * Unlinks the folder of a team, for its owner: it stays with all its content among the Team folders, and nobody has access until an
 * administrator gives it to someone. A second call changes nothing.
 */
export async function unlinkSpace(id: string): Promise<void> {
	try {
		await callService({ at: 'ocs', method: 'DELETE', path: '/circles/teams/{id}/folder', values: { id } }, Ignored)
	} catch (error) {
		if (!isReason(error, 'not_found')) {
			throw error
		}
	}
}

/**
 * Deletes the team, for its owner. What was shared with it stays and is visible only to its owner; the team's own folder is deleted with it: call
 * preserveSpace() first.
 */
export async function destroy(id: string): Promise<void> {
	await callService({ at: 'ocs', method: 'DELETE', path: '/circles/circles/{id}', values: { id } }, Ignored)
}
