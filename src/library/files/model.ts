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

/** A file or folder as the account has it. */
export interface Entry {
	/** What Nextcloud calls it, wherever it is moved; digits nobody calculates with. */
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
}

/** What lies in the trash. */
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
