/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

export const FILE_ACTIONS = ['open', 'sheet', 'files', 'rename', 'move', 'copy', 'remove'] as const
export type FileAction = typeof FILE_ACTIONS[number]

/** The permitted actions on a file or folder; others are not offered. */
export function actionsOf({ folder, rights }: Entry): FileAction[] {
	const may: Record<FileAction, boolean> = {
		open: true,
		sheet: !folder,
		files: folder,
		rename: rights.rename,
		move: rights.move && rights.remove,
		copy: !folder,
		remove: rights.remove,
	}
	return FILE_ACTIONS.filter((action) => may[action])
}

/** Files that contain scripts, or may contain them: never shown on our pages, not even as a thumbnail. */
const ACTIVE = ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'text/xml', 'application/xml']

/** Whether to request a thumbnail of a file: only for pictures. */
export function canPreview({ mime, preview }: Pick<Entry, 'mime' | 'preview'>): boolean {
	return preview && mime.startsWith('image/') && !ACTIVE.includes(mime)
}
