/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What an account may do with a file or folder. */
export interface Rights {
	/** Change what is in a file. */
	write: boolean
	/** Put something into a folder. */
	add: boolean
	rename: boolean
	move: boolean
	remove: boolean
	share: boolean
}

/** Somebody a file or folder is shared with. */
export interface Sharee {
	/** 0 account · 1 group · 3 link · 4 mail · 6 account elsewhere · 7 team · 10 conversation · 12 Deck card; others may come. */
	type: number
	/** Empty if there is none, as for a link. */
	name: string
}

/** Who owns a file or folder, as far as Nextcloud says. */
export interface Belonging {
	/** own: the account's · team: in a Team folder · shared: another person's · elsewhere: on external storage. */
	where: 'own' | 'team' | 'shared' | 'elsewhere'
	/** Who shares it; empty if unknown. */
	owner: string
	/** It is the share or mount point itself, not something in it. */
	root: boolean
	/** Who it is shared with directly, not through a parent folder; needs a request of its own. */
	with: readonly Sharee[]
}

/** An own file that is not shared. */
export const OWN: Belonging = { where: 'own', owner: '', root: false, with: [] }

/** A file or folder as the account has it. */
export interface Entry {
	/** Nextcloud's file id, which stays when it is moved; digits nobody calculates with. */
	id: string
	/** Among the account's files; begins with a slash. */
	path: string
	name: string
	folder: boolean
	/** Empty for a folder. */
	mime: string
	/** Bytes; of a folder, of all that is in it. */
	size: number
	/** When it was changed last, in s. */
	changed: number
	/** Another one for every state of a file. */
	etag: string
	/** Whether Nextcloud can show it small. */
	preview: boolean
	rights: Rights
	belongs: Belonging
}

/** An entry of the trash bin. */
export interface Trashed {
	/** What the trash calls it. */
	name: string
	id: string
	/** Where it was, without a slash at its head. */
	from: string
	/** When it was thrown away, in s. */
	at: number
}

/**
 * What WebDAV's letters say.
 *
 * @param letters such as RGDNVCK
 * @param mounted whether something from elsewhere is set up here, whose place the person who did so decides
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
