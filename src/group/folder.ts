/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The folder of a group, among the files of the account that is logged in: paths begin with a slash below its own root. WebDAV, and
// for the sharing files_sharing's OCS API.

import { generateUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { ApiError, isReason } from '../api/apiError.ts'
import { service, serviceAnswer } from '../api/client.ts'

const DAV = 'DAV:'
const OWNCLOUD = 'http://owncloud.org/ns'
const NEXTCLOUD = 'http://nextcloud.org/ns'
const PROPERTIES = `<?xml version="1.0"?><d:propfind xmlns:d="${DAV}" xmlns:oc="${OWNCLOUD}"><d:prop><d:resourcetype/><oc:fileid/><oc:permissions/></d:prop></d:propfind>`
const THROWN = `<?xml version="1.0"?><d:propfind xmlns:d="${DAV}" xmlns:nc="${NEXTCLOUD}"><d:prop><nc:trashbin-original-location/></d:prop></d:propfind>`
const XML = { 'Content-Type': 'application/xml; charset=utf-8' }
const Nothing = v.unknown()
const TEAM = 7
/** Read, change, make, delete; not sharing with others. */
const ALL_BUT_SHARE = 1 + 2 + 4 + 8

/** A folder as the account has it. */
export interface Folder {
	path: string
	/** Nextcloud's file id, which stays when it is moved. */
	fileId: number
	/** Whether the account may make something in it. */
	mayWrite: boolean
	mayShare: boolean
	empty: boolean
}

const ShareSchema = v.object({ id: v.string() })

/**
 * The folder at a path.
 *
 * @return null if nothing is there, or a file
 * @throws {ApiError} server, where the answer is none about a folder
 */
export async function find(path: string): Promise<Folder | null> {
	let answer
	try {
		answer = await service({ at: 'files', method: 'PROPFIND', path, body: PROPERTIES, headers: { ...XML, Depth: '1' } }, v.string())
	} catch (error) {
		if (error instanceof ApiError && error.status === 404) {
			return null
		}
		throw error
	}
	const told = new DOMParser().parseFromString(answer, 'application/xml')
	// What nobody can read does not say that nothing is there.
	if (told.documentElement?.localName !== 'multistatus') {
		throw new ApiError(200, 'server')
	}
	const [self, ...inside] = elements(told, DAV, 'response')
	if (!self || elements(self, DAV, 'collection').length === 0) {
		return null
	}
	const text = (name: string) => elements(self, OWNCLOUD, name)[0]?.textContent ?? ''
	const rights = text('permissions')
	return { path, fileId: Number(text('fileid')), mayWrite: /[CK]/.test(rights), mayShare: rights.includes('R'), empty: inside.length === 0 }
}

/**
 * The folder at a path at the top, also where it came a moment ago without the account's doing, as that of a team does: Nextcloud remembers
 * for minutes what an account has, but for a look at the top itself.
 */
export async function findNew(path: string): Promise<Folder | null> {
	const found = await find(path)
	if (found !== null) {
		return found
	}
	await find('/')
	return find(path)
}

/**
 * A new folder, in one that is there.
 *
 * @return what Nextcloud calls it
 * @throws {ApiError} exists where something has this path; not_found where the folder around it is not there
 */
export async function create(path: string): Promise<{ fileId: number }> {
	try {
		const { headers } = await serviceAnswer({ at: 'files', method: 'MKCOL', path }, Nothing)
		// 00000433ocabc: the number, then the name of the instance, which begins with letters.
		return { fileId: Number.parseInt(headers['oc-fileid'] ?? '', 10) }
	} catch (error) {
		throw renamed(error, { 405: 'exists', 409: 'not_found' })
	}
}

/**
 * Shows a folder to a team, whose members then do with it what they like; a second time changes nothing.
 *
 * @return the share
 * @throws {ApiError} server if there is no such team
 */
export async function shareWithTeam(path: string, teamId: string): Promise<{ shareId: string }> {
	const body = { path, shareType: TEAM, shareWith: teamId, permissions: ALL_BUT_SHARE }
	const { id } = await service({ at: 'ocs', method: 'POST', path: '/files_sharing/api/v1/shares', body }, ShareSchema)
	return { shareId: id }
}

/**
 * Takes a folder away that nothing is in.
 *
 * @return whether it went
 */
export async function removeIfEmpty(path: string): Promise<boolean> {
	if (!(await find(path))?.empty) {
		return false
	}
	await service({ at: 'files', method: 'DELETE', path }, Nothing)
	return true
}

/** Whether something that was in a folder can be restored from the trash bin. */
export async function thrownAway(path: string): Promise<boolean> {
	let answer
	try {
		answer = await service({ at: 'trashbin', method: 'PROPFIND', path: '/trash', body: THROWN, headers: { ...XML, Depth: '1' } }, v.string())
	} catch (error) {
		if (isReason(error, 'not_found')) {
			// A Nextcloud without a bin.
			return false
		}
		throw error
	}
	return elements(new DOMParser().parseFromString(answer, 'application/xml'), NEXTCLOUD, 'trashbin-original-location')
		.some(({ textContent }) => `/${textContent}`.startsWith(`${path}/`))
}

/** The page of a file or folder. */
export function folderUrl(fileId: number): string {
	return generateUrl('/f/{fileId}', { fileId })
}

/** The elements of a name, whatever prefix the server likes. */
function elements(around: Document | Element, namespace: string, name: string): Element[] {
	return [...around.getElementsByTagName('*')].filter(({ namespaceURI, localName }) => namespaceURI === namespace && localName === name)
}

/** A refusal under another reason word, by its status. */
function renamed(error: unknown, reasons: Record<number, string>): unknown {
	const reason = error instanceof ApiError ? reasons[error.status] : undefined
	return reason === undefined ? error : new ApiError((error as ApiError).status, reason, { cause: error })
}
