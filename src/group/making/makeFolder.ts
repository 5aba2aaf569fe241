/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { StepState } from './steps.ts'
import type { Work } from './work.ts'

import { isReason } from '../../api/apiError.ts'
import { spacePath } from '../preserveSpace.ts'
import { folderPath } from './plan.ts'
import { DONE, idsOfOtherGroups, mayReplace, NOT_MINE, wasSettled } from './work.ts'

/** Folders of one name in a library; more indicates a problem. */
const MOST = 20

/** The team's own folder needs no sharing. */
const SPACE: StepState = { state: 'done', without: [], as: 'space' }

/**
 * The group's folder: the team's own folder if teams have one; else a folder in the library, shared with the team if the
 * account can share it. A folder the group has already stays its folder, unless it is empty and was created while there was no team.
 */
export async function makeFolder(work: Work): Promise<StepState> {
	const { ports: { folder: files }, calls, plan, making } = work
	const space = await spaceOf(work)
	const known = making.folderPath ?? plan.folder.path
	if (making.folderId !== null && known !== null && (making.own.folder || !mayReplace(work, 'folder'))) {
		const { folderId } = making
		const found = await calls.read(() => files.locate(known, folderId))
		if (found !== null) {
			if (making.own.folder && found.path !== known) {
				await work.keep('folder', { folderId, folderPath: found.path })
			}
			if (space === null || space === found.path) {
				return space === null ? share(work, found.path) : SPACE
			}
			if (!found.empty || making.step === 'done' || !making.own.folder) {
				return beside(await share(work, found.path))
			}
			const state = await takeSpace(work, space)
			if (state.state === 'done') {
				await calls.change(() => files.removeIfEmpty(found.path))
			}
			return state
		}
		// The folder of the previous team was deleted with it.
		if (!work.recreate.has('folder') && !(space !== null && work.made.has('team'))) {
			return making.own.folder ? { state: 'failed', reason: 'gone', maybeDone: false } : NOT_MINE
		}
	}
	if (space !== null) {
		return takeSpace(work, space)
	}
	if (plan.folder.path === null) {
		return { state: 'skipped', reason: plan.folder.reason ?? 'no_library' }
	}
	const made = await newFolder(work, plan.folder.path)
	if (!made) {
		return { state: 'failed', reason: 'exists', maybeDone: false }
	}
	await work.keep('folder', { folderId: made.fileId, folderPath: made.path })
	return share(work, made.path)
}

/** The team's own folder; null if it has none. */
async function spaceOf({ ports: { teams }, calls, making: { teamId } }: Work): Promise<string | null> {
	const space = teamId === null ? null : await calls.read(() => teams.getSpace(teamId))
	return space && spacePath(space)
}

async function takeSpace(work: Work, path: string): Promise<StepState> {
	const found = await work.calls.read(() => work.ports.folder.statNew(path))
	if (found === null) {
		return { state: 'failed', reason: 'unseen', maybeDone: false }
	}
	await work.keep('folder', { folderId: found.fileId, folderPath: found.path })
	return SPACE
}

/** The group has its own folder, and the team another one that nobody uses. */
function beside(state: StepState): StepState {
	return state.state === 'done' ? { ...state, as: 'beside' } : state
}

async function share(work: Work, path: string): Promise<StepState> {
	const { ports: { folder: files }, calls, making } = work
	const { teamId } = making
	if (teamId === null) {
		return { state: 'skipped', reason: 'no_team' }
	}
	if (!making.own.folder) {
		return wasSettled(work, 'folder') ? DONE : NOT_MINE
	}
	try {
		await calls.change(() => files.shareWithTeam(path, teamId))
	} catch (error) {
		if (isReason(error, 'not_allowed') && (await calls.read(() => files.stat(path)))?.mayShare === false) {
			return { state: 'skipped', reason: 'not_shared' }
		}
		throw error
	}
	return DONE
}

/** A folder at this path or a numbered one. An empty one that no group uses is used if an earlier run of the same account may have created it. */
async function newFolder(work: Work, wanted: string): Promise<{ path: string, fileId: number } | null> {
	const { ports: { folder: files }, calls } = work
	const free = async (path: string) => {
		const found = await calls.read(() => files.stat(path))
		return found?.empty && !(await idsOfOtherGroups(work)).folders.has(found.fileId) ? found : undefined
	}
	for (let attempt = 0; attempt < MOST; attempt++) {
		const path = folderPath(wanted, attempt)
		try {
			const { fileId } = await calls.change(() => files.mkcol(path), () => free(path))
			return { path, fileId }
		} catch (error) {
			if (!isReason(error, 'exists')) {
				throw error
			}
			const found = work.resumed ? await free(path) : undefined
			if (found) {
				return found
			}
		}
	}
	return null
}
