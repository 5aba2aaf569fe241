import type { Library } from '../../library/index.ts'
/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileNode } from './registry.ts'

/** Files' permission to change the content of a file. */
const UPDATE = 2

/** Whether the person may write the sheet of a file, as far as Files knows: it is in the library and they can change it. The server decides. */
export function mayDescribe({ state, root }: Pick<Library, 'state' | 'root'>, node: Pick<FileNode, 'path' | 'permissions'>): boolean {
	return state === 'open' && root !== null
		&& node.path.startsWith(`${root.path.replace(/\/$/, '')}/`)
		&& (node.permissions & UPDATE) !== 0
}
