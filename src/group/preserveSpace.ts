/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TeamMember } from './team.ts'

import * as v from 'valibot'
import { ApiError } from '../api/apiError.ts'

/** The folder of a team, if Nextcloud has such folders (35 with Team folders): its members have it at the top of their files. */
export const SpaceSchema = v.pipe(
	v.object({
		/** Id among the Team folders; not the file id. */
		id: v.number(),
		mountPoint: v.string(),
	}),
	v.transform(({ mountPoint }) => ({ name: mountPoint.replace(/^\/+/, '') })),
)
export type Space = v.InferOutput<typeof SpaceSchema>

/** Path of the space for members of its team. */
export function spacePath({ name }: Space): string {
	return `/${name}`
}

/** What is needed before a team is deleted; the gateways fit. */
export interface SpacePorts {
	getSpace: (teamId: string) => Promise<Space | null>
	listMembers: (teamId: string) => Promise<TeamMember[]>
	unlinkSpace: (teamId: string) => Promise<void>
	statNew: (path: string) => Promise<{ empty: boolean } | null>
	hasTrashedContent: (path: string) => Promise<boolean>
}

/**
 * Call before a team is deleted: Nextcloud deletes its space with all content. Unless the space is certainly empty, it is unlinked,
 * which keeps it for an administrator to reassign (docs/decisions/0027). It can only be read while
 * it is linked, so an empty one is certain only if nobody but me could have added something since.
 *
 * @param ports to the services
 * @param teamId of a team that I own
 * @param before called with the name of a space about to be unlinked
 * @return the name of a space that was unlinked; null: nothing is lost with the team
 * @throws {ApiError} not certain: the team must stay
 */
export async function preserveSpace(ports: SpacePorts, teamId: string, before: (name: string) => Promise<void> = async () => {}): Promise<string | null> {
	const space = await ports.getSpace(teamId)
	if (space === null || await isEmpty(ports, teamId, spacePath(space))) {
		return null
	}
	await before(space.name)
	await ports.unlinkSpace(teamId)
	return space.name
}

/** Whether it certainly contains nothing, and neither does its trash. */
async function isEmpty(ports: SpacePorts, teamId: string, path: string): Promise<boolean> {
	try {
		const alone = (await ports.listMembers(teamId)).filter(({ level }) => level > 0).length === 1
		return alone && (await ports.statNew(path))?.empty === true && !await ports.hasTrashedContent(path)
	} catch (error) {
		if (error instanceof ApiError) {
			return false
		}
		throw error
	}
}
