/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Permissions of an account on a file or folder. */
export interface Rights {
	/** Change the content of a file. */
	write: boolean
	/** Create something in a folder. */
	add: boolean
	rename: boolean
	move: boolean
	remove: boolean
	share: boolean
}

/** A person or group a file or folder is shared with. */
export interface Sharee {
	/** 0 account · 1 group · 3 link · 4 mail · 6 account elsewhere · 7 team · 10 conversation · 12 Deck card; others are possible. */
	type: number
	/** Empty for a link. */
	name: string
}

/** The owner of a file or folder, as far as Nextcloud says. */
export interface Ownership {
	/** own: of the account · team: in a Team folder · shared: another person's · elsewhere: on external storage. */
	where: 'own' | 'team' | 'shared' | 'elsewhere'
	/** Who shares it; empty if unknown. */
	owner: string
	/** It is the share or mount point itself, not its content. */
	root: boolean
	/** The people and groups it is shared with directly, not through a parent folder; needs a separate request. */
	with: readonly Sharee[]
}

/** An own file that is not shared. */
export const OWN: Ownership = { where: 'own', owner: '', root: false, with: [] }

/** A file or folder as the account sees it. */
export interface Entry {
	/** Nextcloud's file id, in digits; stays the same when the file is moved. */
	id: string
	/** Below the account's root, begins with a slash. */
	path: string
	name: string
	folder: boolean
	/** Empty for a folder. */
	mime: string
	/** Bytes; for a folder, with its content. */
	size: number
	/** Last modified, in seconds. */
	mtime: number
	etag: string
	/** Whether Nextcloud has a preview of it. */
	preview: boolean
	rights: Rights
	ownership: Ownership
}

/** An entry of the trash bin. */
export interface TrashEntry {
	/** Name in the trash bin. */
	name: string
	id: string
	/** Without a leading slash. */
	originalPath: string
	/** In seconds. */
	deletedAt: number
}

/**
 * The permissions in WebDAV's letters.
 *
 * @param letters such as RGDNVCK
 * @param mounted whether it is a mount point, which the account cannot rename, move or delete
 */
export function rightsOf(letters: string, mounted = false): Rights {
	const has = (letter: string) => letters.includes(letter)
	return {
		write: has('W'),
		add: has('C') || has('K'),
		rename: has('N') && !mounted,
		move: has('V') && !mounted,
		remove: has('D') && !mounted,
		share: has('R'),
	}
}
