/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The folder of a group in the Files of the current account: paths begin with a slash below its root. WebDAV, and
// the OCS API of files_sharing for sharing.

import { generateUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { ApiError, isReason } from '../api/apiError.ts'
import { callService, callServiceWithHeaders, davBase, davUrl } from '../api/client.ts'
import { pathFromHref } from '../shared/lib/davPath.ts'

const DAV = 'DAV:'
const OWNCLOUD = 'http://owncloud.org/ns'
const NEXTCLOUD = 'http://nextcloud.org/ns'
const PROPERTIES = `<?xml version="1.0"?><d:propfind xmlns:d="${DAV}" xmlns:oc="${OWNCLOUD}"><d:prop><d:resourcetype/><oc:fileid/><oc:permissions/></d:prop></d:propfind>`
const TRASH_PROPERTIES = `<?xml version="1.0"?><d:propfind xmlns:d="${DAV}" xmlns:nc="${NEXTCLOUD}"><d:prop><nc:trashbin-original-location/></d:prop></d:propfind>`
const XML = { 'Content-Type': 'application/xml; charset=utf-8' }
const Ignored = v.unknown()
const TEAM = 7
/** All permissions but resharing. */
const ALL_BUT_SHARE = 1 + 2 + 4 + 8

/** A folder as the account sees it. */
export interface Folder {
	path: string
	/** Stays the same when the folder is moved. */
	fileId: number
	/** Whether the account can create something in it. */
	mayWrite: boolean
	mayShare: boolean
	empty: boolean
}

const ShareSchema = v.object({ id: v.string() })

/**
 * The folder at a path.
 *
 * @return null if nothing exists there, or it is a file
 */
export async function stat(path: string): Promise<Folder | null> {
	let answer
	try {
		answer = await callService({ at: 'files', method: 'PROPFIND', path, body: PROPERTIES, headers: { ...XML, Depth: '1' } }, v.string())
	} catch (error) {
		if (error instanceof ApiError && error.status === 404) {
			return null
		}
		throw error
	}
	const [self, ...inside] = elements(parseMultistatus(answer), DAV, 'response')
	if (!self || elements(self, DAV, 'collection').length === 0) {
		return null
	}
	const text = (name: string) => elements(self, OWNCLOUD, name)[0]?.textContent ?? ''
	const rights = text('permissions')
	return { path, fileId: Number(text('fileid')), mayWrite: /[CK]/.test(rights), mayShare: rights.includes('R'), empty: inside.length === 0 }
}

/**
 * A folder by its path, or by its id if it was moved.
 *
 * @return null if the account has no such folder any more
 */
export async function locate(path: string, fileId: number): Promise<Folder | null> {
	const there = await stat(path)
	if (there?.fileId === fileId) {
		return there
	}
	const body = `<?xml version="1.0"?><d:searchrequest xmlns:d="${DAV}" xmlns:oc="${OWNCLOUD}"><d:basicsearch><d:select><d:prop><oc:fileid/></d:prop></d:select>`
		+ `<d:from><d:scope><d:href>${davUrl('files', '/')}</d:href><d:depth>infinity</d:depth></d:scope></d:from>`
		+ `<d:where><d:eq><d:prop><oc:fileid/></d:prop><d:literal>${fileId}</d:literal></d:eq></d:where><d:orderby/><d:limit><d:nresults>1</d:nresults></d:limit></d:basicsearch></d:searchrequest>`
	const [href] = elements(parseMultistatus(await callService({ at: 'search', method: 'SEARCH', path: '', body, headers: XML }, v.string())), DAV, 'href')
	const moved = href ? pathFromHref(href.textContent, davBase('files')) : null
	return moved === null ? null : stat(moved)
}

/**
 * The folder at a top-level path, even if it was just added for the account, like a team's: Nextcloud caches the mounts of an account for
 * minutes, and a PROPFIND of the root refreshes them.
 */
export async function statNew(path: string): Promise<Folder | null> {
	const found = await stat(path)
	if (found !== null) {
		return found
	}
	await stat('/')
	return stat(path)
}

/**
 * Creates a folder; its parent must exist.
 *
 * @throws {ApiError} exists if the path is taken; not_found if the parent is missing
 */
export async function mkcol(path: string): Promise<{ fileId: number }> {
	try {
		const { headers } = await callServiceWithHeaders({ at: 'files', method: 'MKCOL', path }, Ignored)
		// Such as 00000433ocabc: the file id, then the instance id, which begins with a letter.
		return { fileId: Number.parseInt(headers['oc-fileid'] ?? '', 10) }
	} catch (error) {
		throw withReason(error, { 405: 'exists', 409: 'not_found' })
	}
}

/**
 * Shares a folder with a team, with all permissions but resharing. Can be repeated.
 *
 * @return the share
 * @throws {ApiError} server if the team does not exist
 */
export async function shareWithTeam(path: string, teamId: string): Promise<{ shareId: string }> {
	const body = { path, shareType: TEAM, shareWith: teamId, permissions: ALL_BUT_SHARE }
	const { id } = await callService({ at: 'ocs', method: 'POST', path: '/files_sharing/api/v1/shares', body }, ShareSchema)
	return { shareId: id }
}

/**
 * Deletes a folder if it is empty.
 *
 * @return whether it was deleted
 */
export async function removeIfEmpty(path: string): Promise<boolean> {
	if (!(await stat(path))?.empty) {
		return false
	}
	await callService({ at: 'files', method: 'DELETE', path }, Ignored)
	return true
}

/** Whether something that was in a folder can be restored from the trash bin. */
export async function hasTrashedContent(path: string): Promise<boolean> {
	let answer
	try {
		answer = await callService({ at: 'trashbin', method: 'PROPFIND', path: '/trash', body: TRASH_PROPERTIES, headers: { ...XML, Depth: '1' } }, v.string())
	} catch (error) {
		if (isReason(error, 'not_found')) {
			// This Nextcloud has no trash bin.
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

/** @throws {ApiError} server: an answer that cannot be parsed does not mean that there is nothing */
function parseMultistatus(answer: string): Document {
	const multistatus = new DOMParser().parseFromString(answer, 'application/xml')
	if (multistatus.documentElement?.localName !== 'multistatus') {
		throw new ApiError(200, 'server')
	}
	return multistatus
}

/** The elements with a name, regardless of the namespace prefix. */
function elements(around: Document | Element, namespace: string, name: string): Element[] {
	return [...around.getElementsByTagName('*')].filter(({ namespaceURI, localName }) => namespaceURI === namespace && localName === name)
}

/** An error with another reason word, by its status. */
function withReason(error: unknown, reasons: Record<number, string>): unknown {
	const reason = error instanceof ApiError ? reasons[error.status] : undefined
	return reason === undefined ? error : new ApiError((error as ApiError).status, reason, { cause: error })
}
