/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TeamMember } from './team.ts'

import * as v from 'valibot'
import { ApiError } from '../api/apiError.ts'

/** The folder that belongs to a team, where Nextcloud gives teams one (35 with Team folders): its members have it at the top of their files. */
export const SpaceSchema = v.pipe(
	v.object({
		/** Number among the Team folders; not what Files knows the folder by. */
		id: v.number(),
		mountPoint: v.string(),
	}),
	v.transform(({ mountPoint }) => ({ name: mountPoint.replace(/^\/+/, '') })),
)
export type Space = v.InferOutput<typeof SpaceSchema>

/** Where the members of its team have a space. */
export function spacePath({ name }: Space): string {
	return `/${name}`
}

/** What is asked before a team goes; the gateways fit. */
export interface SpacePorts {
	space: (teamId: string) => Promise<Space | null>
	members: (teamId: string) => Promise<TeamMember[]>
	unlinkSpace: (teamId: string) => Promise<void>
	findNew: (path: string) => Promise<{ empty: boolean } | null>
	thrownAway: (path: string) => Promise<boolean>
}

/**
 * Before a team is destroyed: with it Nextcloud deletes its space and all that is in it. Unless it is certain that nothing is in it, the
 * space is unlinked, which keeps it for an administrator to give to somebody else (docs/decisions/0027). It can only be looked at while
 * it is linked, so an empty one is certain only where nobody but me could have put something in since.
 *
 * @param ports who is asked
 * @param teamId of a team that I own
 * @param before told the name of a space that is about to be unlinked
 * @return the name of a space that was unlinked; null: nothing is lost with the team
 * @throws {ApiError} nothing is safe: the team must stay
 */
export async function keepSpace(ports: SpacePorts, teamId: string, before: (name: string) => Promise<void> = async () => {}): Promise<string | null> {
	const space = await ports.space(teamId)
	if (space === null || await isEmpty(ports, teamId, spacePath(space))) {
		return null
	}
	await before(space.name)
	await ports.unlinkSpace(teamId)
	return space.name
}

/** Whether certainly nothing is in it, nor in its bin. */
async function isEmpty(ports: SpacePorts, teamId: string, path: string): Promise<boolean> {
	try {
		const alone = (await ports.members(teamId)).filter(({ level }) => level > 0).length === 1
		return alone && (await ports.findNew(path))?.empty === true && !await ports.thrownAway(path)
	} catch (error) {
		if (error instanceof ApiError) {
			return false
		}
		throw error
	}
}
