/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Group } from '../model.ts'
import type { Calls } from './calls.ts'
import type { Ports } from './ports.ts'
import type { KeptItem } from './undo.ts'
import type { CreatedThing } from './work.ts'

import { ApiError } from '../../api/apiError.ts'
import { isAloneInTeam, whyBoardStays, whyFolderStays } from './undoChecks.ts'

export interface UndoPreview {
	/** What is deleted with the group; empty if the group stays. */
	goes: CreatedThing[]
	/** What stays, and why. */
	stays: KeptItem[]
}

type Seen = Pick<Group, 'people' | 'requests' | 'mine' | 'making' | 'can' | 'teamId' | 'boardId' | 'folderId' | 'folderPath'>

/** Why the whole group stays, as far as the viewer can see; the server decides when it is undone. */
async function whyGroupStays(asked: Parameters<typeof isAloneInTeam>[0], { people, requests, mine, making, can, teamId }: Seen): Promise<string | null> {
	if (!can.edit) {
		return 'not_yours'
	}
	const own = mine?.state === 'active' && making?.mine === true ? 1 : 0
	return people > own || requests > 0 || !await isAloneInTeam(asked, teamId) ? 'joined' : null
}

/** What undoing a group would delete now. Things whose app does not answer are left out. */
export async function previewUndo(ports: Pick<Ports, 'deck' | 'teams' | 'folder'>, calls: Pick<Calls, 'read'>, me: string, group: Seen): Promise<UndoPreview> {
	const asked = { ports, calls, me }
	const why = await whyGroupStays(asked, group)
	if (why !== null) {
		return { goes: [], stays: [{ thing: 'group', why }] }
	}
	const goes: CreatedThing[] = []
	const stays: KeptItem[] = []
	const put = async (thing: CreatedThing, ask: () => Promise<string | null | undefined>) => {
		try {
			const why = await ask()
			if (why === null) {
				goes.push(thing)
			} else if (why !== undefined) {
				stays.push({ thing, why })
			}
		} catch (error) {
			if (!(error instanceof ApiError)) {
				throw error
			}
		}
	}
	const { boardId, teamId, folderId, folderPath } = group
	const own = group.making?.own
	await put('board', async () => boardId === null ? undefined : whyBoardStays(asked, boardId, own?.board === true))
	await put('team', async () => teamId === null ? undefined : (await calls.read(() => ports.teams.getTeam(teamId))).owner !== me ? 'not_owner' : own?.team ? null : 'not_mine')
	await put('folder', async () => folderId === null || folderPath === null
		? undefined
		: whyFolderStays(asked, folderPath, folderId, own?.folder === true))
	return { goes, stays }
}
