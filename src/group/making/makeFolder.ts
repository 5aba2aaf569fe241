/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { StepState } from './steps.ts'
import type { Work } from './work.ts'

import { isReason } from '../../api/apiError.ts'
import { folderPath } from './plan.ts'
import { DONE, othersThings } from './work.ts'

/** Folders of one name in a library; more is a sign that something is wrong. */
const MOST = 20

/** The group's folder in the library, shared with the team where the account may share it. */
export async function makeFolder(work: Work): Promise<StepState> {
	const { ports: { folder: files }, calls, plan, making } = work
	if (plan.folder.path === null) {
		return { state: 'skipped', reason: plan.folder.reason ?? 'no_library' }
	}
	if (making.folderId !== null) {
		const found = await calls.read(() => files.find(making.folderPath ?? plan.folder.path!))
		if (found?.fileId === making.folderId) {
			return share(work, found.path)
		}
		if (!work.anew.has('folder')) {
			return { state: 'failed', reason: 'gone', maybeDone: false }
		}
	}
	const made = await newFolder(work, plan.folder.path)
	if (!made) {
		return { state: 'failed', reason: 'exists', maybeDone: false }
	}
	await work.keep('folder', { folderId: made.fileId, folderPath: made.path })
	return share(work, made.path)
}

async function share({ ports: { folder: files }, calls, making: { teamId } }: Work, path: string): Promise<StepState> {
	if (teamId === null) {
		return { state: 'skipped', reason: 'no_team' }
	}
	try {
		await calls.change(() => files.shareWithTeam(path, teamId))
	} catch (error) {
		if (isReason(error, 'not_allowed') && (await calls.read(() => files.find(path)))?.mayShare === false) {
			return { state: 'skipped', reason: 'not_shared' }
		}
		throw error
	}
	return DONE
}

/** A folder at this path or beside it. An empty one that no group has is taken: nothing tells it from one made a moment ago. */
async function newFolder(work: Work, wanted: string): Promise<{ path: string, fileId: number } | null> {
	const { ports: { folder: files }, calls } = work
	const free = async (path: string) => {
		const found = await calls.read(() => files.find(path))
		return found?.empty && !(await othersThings(work)).folders.has(found.fileId) ? found : undefined
	}
	for (let attempt = 0; attempt < MOST; attempt++) {
		const path = folderPath(wanted, attempt)
		try {
			const { fileId } = await calls.change(() => files.create(path), () => free(path))
			return { path, fileId }
		} catch (error) {
			if (!isReason(error, 'exists')) {
				throw error
			}
			const found = await free(path)
			if (found) {
				return found
			}
		}
	}
	return null
}
