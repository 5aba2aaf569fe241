/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FolderPort } from '../ports.ts'
import type { FolderState, World } from './world.ts'

import { refusal } from './refusal.ts'

/** Files, as an account has them. */
export function fakeFolder(world: World, uid: string): FolderPort {
	const at = (path: string) => world.folders.find((folder) => folder.path === path && !folder.unseen && (folder.of === undefined || (folder.of !== null && world.isIn(folder.of, uid))))
	const described = ({ path, fileId, empty }: FolderState) => ({ path, fileId, empty, mayWrite: true, mayShare: world.mayShareFolders })
	return {
		async stat(path) {
			const folder = at(path)
			return folder ? described(folder) : null
		},
		async locate(path, fileId) {
			const folder = [path, ...world.folders.map((one) => one.path)].map(at).find((one) => one?.fileId === fileId)
			return folder ? described(folder) : null
		},
		async statNew(path) {
			const folder = at(path)
			return folder ? described(folder) : null
		},
		async mkcol(path) {
			if (at(path)) {
				throw refusal(405, 'exists')
			}
			if (!at(path.slice(0, path.lastIndexOf('/')))) {
				throw refusal(409, 'not_found')
			}
			return { fileId: world.addFolder(path, true).fileId }
		},
		async shareWithTeam(path, teamId) {
			const folder = at(path)!
			if (!world.mayShareFolders) {
				throw refusal(403, 'not_allowed')
			}
			folder.shares = [...new Set([...folder.shares, teamId])]
		},
		async removeIfEmpty(path) {
			const folder = at(path)
			if (!folder?.empty) {
				return false
			}
			if (folder.of) {
				throw refusal(403, 'not_allowed')
			}
			world.folders.splice(world.folders.indexOf(folder), 1)
			return true
		},
		async hasTrashedContent(path) {
			return at(path)?.thrown === true
		},
	}
}
