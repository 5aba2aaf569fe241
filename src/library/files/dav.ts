/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The files of the account over WebDAV: paths begin with a slash below its root. docs/decisions/0024 explains why no library is used.

import type { ServiceCall } from '../../api/client.ts'
import type { Entry, TrashEntry } from './model.ts'

import { generateUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { ApiError, isReason } from '../../api/apiError.ts'
import { callService, callServiceWithHeaders, currentUserId, davBase, davUrl } from '../../api/client.ts'
import { entryOf, parseMultistatus, unreadable } from './multistatus.ts'
import { nameOf } from './names.ts'

const XML = { 'Content-Type': 'application/xml; charset=utf-8' }
const BYTES = { 'Content-Type': 'application/octet-stream' }
const NAMESPACES = 'xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns"'
const Ignored = v.unknown()

/** Properties of a file or folder in a SEARCH. */
const SEARCH_PROPERTIES = '<d:resourcetype/><d:getcontenttype/><d:getlastmodified/><d:getetag/><oc:fileid/><oc:permissions/><oc:size/><nc:has-preview/><nc:mount-type/><oc:owner-display-name/>'
/** Properties of a PROPFIND: Nextcloud reads the sharees of all files in a folder in one query, in a SEARCH one by one. */
const PROPFIND_PROPERTIES = `${SEARCH_PROPERTIES}<nc:is-mount-root/><nc:sharees/>`

/** Options of a request with a body. */
export interface UploadOptions {
	/** Called with the bytes sent so far. */
	onUploadProgress?: (bytes: number) => void
	signal?: AbortSignal
}

/**
 * PROPFIND with depth 1: a folder and its content; for a file, only the file.
 *
 * @throws {ApiError} not_found · server, if the answer is about something else
 */
export async function list(path: string, signal?: AbortSignal): Promise<{ self: Entry, inside: Entry[] }> {
	const [self, ...inside] = await requestEntries({ at: 'files', method: 'PROPFIND', path, body: propfindBody(PROPFIND_PROPERTIES), headers: { ...XML, Depth: '1' }, signal })
	// Without this check the caller would wait forever for this folder.
	if (self?.path !== path) {
		throw unreadable(`The answer about ${path} is about ${self?.path ?? 'nothing'}`)
	}
	return { self, inside }
}

/** PROPFIND with depth 0: the entry at a path, null without one. */
export async function stat(path: string): Promise<Entry | null> {
	try {
		const [found] = await requestEntries({ at: 'files', method: 'PROPFIND', path, body: propfindBody(PROPFIND_PROPERTIES), headers: { ...XML, Depth: '0' } })
		return found ?? null
	} catch (error) {
		if (isReason(error, 'not_found')) {
			return null
		}
		throw error
	}
}

/**
 * GET: the content of a text file. Nextcloud sends no caching headers with it, so browsers might show an old version; people must see the text they sign.
 *
 * @throws {ApiError} not_found
 */
export async function read(path: string, signal?: AbortSignal): Promise<string> {
	return callService({ at: 'files', method: 'GET', path, headers: { Accept: 'text/plain, text/markdown', 'Cache-Control': 'no-cache' }, signal }, v.string())
}

/** The folders below `root`, at any depth, up to `limit`; of each only path, id and permissions. */
export async function listFolders(root: string, limit: number, signal?: AbortSignal): Promise<Entry[]> {
	const found = await search(root, '<d:is-collection/>', limit, signal, '<oc:fileid/><oc:permissions/>')
	return found.map((entry) => ({ ...entry, folder: true, mime: '' }))
}

/** Entries below `root` whose name contains `word`. */
export function searchByName(root: string, word: string, limit: number, signal?: AbortSignal): Promise<Entry[]> {
	const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
	return search(root, `<d:like><d:prop><d:displayname/></d:prop><d:literal>${escapeXml(pattern)}</d:literal></d:like>`, limit, signal)
}

/** The entry below `root` with this file id, null without one. */
export async function findById(root: string, id: string, signal?: AbortSignal): Promise<Entry | null> {
	const [found] = await search(root, `<d:eq><d:prop><oc:fileid/></d:prop><d:literal>${escapeXml(id)}</d:literal></d:eq>`, 1, signal)
	return found ?? null
}

/**
 * Creates a folder; its parent must exist.
 *
 * @return its file id
 * @throws {ApiError} exists · bad_name · not_found if the parent is missing
 */
export async function mkcol(path: string): Promise<string> {
	const { headers } = await withReasons(() => callServiceWithHeaders({ at: 'files', method: 'MKCOL', path }, Ignored), { 405: 'exists', 409: 'not_found' })
	return fileIdOf(headers)
}

/**
 * Moves or renames, without overwriting.
 *
 * @throws {ApiError} exists · bad_name · locked · not_found if the source or the target folder is missing
 */
export async function move(from: string, to: string): Promise<void> {
	await withReasons(() => callService({ at: 'files', method: 'MOVE', path: from, to: { at: 'files', path: to }, headers: { Overwrite: 'F' } }, Ignored), { 409: 'not_found' })
}

/**
 * Copies, without overwriting.
 *
 * @throws {ApiError} exists · bad_name · no_room · not_found if the source or the target folder is missing
 */
export async function copy(from: string, to: string): Promise<void> {
	await withReasons(() => callService({ at: 'files', method: 'COPY', path: from, to: { at: 'files', path: to }, headers: { Overwrite: 'F' } }, Ignored), { 409: 'not_found' })
}

/** Deletes; the file goes to the trash bin if Nextcloud has one. */
export async function remove(path: string): Promise<void> {
	await withReasons(() => callService({ at: 'files', method: 'DELETE', path }, Ignored))
}

/** Whether deleted files go to a trash bin. */
export async function hasTrashbin(): Promise<boolean> {
	try {
		await callService({ at: 'trashbin', method: 'PROPFIND', path: '/trash', body: propfindBody('<d:resourcetype/>'), headers: { ...XML, Depth: '0' } }, v.string())
		return true
	} catch (error) {
		if (error instanceof ApiError && (error.status === 404 || error.status === 405)) {
			return false
		}
		throw error
	}
}

/** The content of the trash bin. */
export async function listTrash(): Promise<TrashEntry[]> {
	const body = propfindBody('<oc:fileid/><nc:trashbin-original-location/><nc:trashbin-deletion-time/>')
	const answer = await callService({ at: 'trashbin', method: 'PROPFIND', path: '/trash', body, headers: { ...XML, Depth: '1' } }, v.string())
	return parseMultistatus(answer, [...davBase('trashbin'), 'trash']).filter(({ path }) => path !== '/').map(({ path, property }) => ({
		name: nameOf(path),
		id: property('fileid'),
		originalPath: property('trashbin-original-location'),
		deletedAt: Number(property('trashbin-deletion-time')),
	}))
}

/** Restores an entry by its name in the trash bin. */
export async function restore(name: string): Promise<void> {
	await withReasons(() => callService({ at: 'trashbin', method: 'MOVE', path: `/trash/${name}`, to: { at: 'trashbin', path: `/restore/${name}` } }, Ignored))
}

/**
 * Uploads a whole file in one request. `etag` is that of the file to overwrite, null if no file must exist; `mtime` is in seconds.
 *
 * @return the file id
 * @throws {ApiError} exists if another file exists or its etag has changed · bad_name · no_room · locked · not_found
 */
export async function put(path: string, body: Blob, etag: string | null, mtime: number, { onUploadProgress, signal }: UploadOptions = {}): Promise<string> {
	const headers = { ...BYTES, ...etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag }, 'X-OC-MTime': String(mtime) }
	const answer = await withReasons(() => callServiceWithHeaders({ at: 'files', method: 'PUT', path, body, headers, onUploadProgress, signal }, Ignored), { 409: 'not_found' })
	return fileIdOf(answer.headers)
}

/**
 * Starts a chunked upload.
 *
 * @param id name of the upload folder, which stays until the chunks are assembled or deleted
 * @param path of the file
 * @return size of each chunk already uploaded, by number
 */
export async function startChunkedUpload(id: string, path: string): Promise<Map<number, number>> {
	try {
		await callService({ at: 'uploads', method: 'MKCOL', path: id, to: { at: 'files', path } }, Ignored)
		return new Map()
	} catch (error) {
		if (!(error instanceof ApiError && error.status === 405)) {
			throw error
		}
	}
	const answer = await callService({ at: 'uploads', method: 'PROPFIND', path: id, body: propfindBody('<d:getcontentlength/>'), headers: { ...XML, Depth: '1' } }, v.string())
	const chunks = parseMultistatus(answer, [...davBase('uploads'), id]).filter(({ path: at }) => /^\/\d+$/.test(at))
	return new Map(chunks.map(({ path: at, property }) => [Number(at.slice(1)), Number(property('getcontentlength'))]))
}

/** Uploads one chunk; numbers go from 1 to 10,000. */
export async function putChunk(id: string, number: number, body: Blob, path: string, total: number, { onUploadProgress, signal }: UploadOptions = {}): Promise<void> {
	const headers = { ...BYTES, 'OC-Total-Length': String(total) }
	await withReasons(() => callService({ at: 'uploads', method: 'PUT', path: `${id}/${number}`, body, headers, to: { at: 'files', path }, onUploadProgress, signal }, Ignored))
}

/**
 * Assembles the chunks into the file; with `overwrite` it may replace another.
 *
 * @throws {ApiError} exists · chunks_missing · no_room · bad_name · locked · not_found
 */
export async function assembleChunks(id: string, path: string, { total, mtime, overwrite }: { total: number, mtime: number, overwrite: boolean }): Promise<void> {
	const headers = { 'OC-Total-Length': String(total), 'X-OC-MTime': String(mtime), Overwrite: overwrite ? 'T' : 'F' }
	try {
		await withReasons(() => callService({ at: 'uploads', method: 'MOVE', path: `${id}/.file`, to: { at: 'files', path }, headers }, Ignored), { 409: 'not_found' })
	} catch (error) {
		throw error instanceof ApiError && error.status === 400 && error.reason === 'refused' ? new ApiError(400, 'chunks_missing', { cause: error }) : error
	}
}

/** Deletes the chunks of an upload, if they exist. */
export async function deleteChunks(id: string): Promise<void> {
	try {
		await callService({ at: 'uploads', method: 'DELETE', path: id }, Ignored)
	} catch (error) {
		if (!(error instanceof ApiError && error.status === 404)) {
			throw error
		}
	}
}

/** The page of a file or folder in Nextcloud. */
export function fileUrl(id: string): string {
	return generateUrl('/f/{id}', { id })
}

/** Address of the content of a file. */
export function downloadUrl(path: string): string {
	return davUrl('files', path)
}

/** Address of the preview of a file. */
export function previewUrl({ id, etag }: Pick<Entry, 'id' | 'etag'>, pixels: number): string {
	const query = new URLSearchParams({ fileId: id, x: String(pixels), y: String(pixels), a: '1', mimeFallback: 'false', v: etag.replaceAll('"', '').slice(0, 6) })
	return generateUrl(`/core/preview?${query}`)
}

async function search(root: string, where: string, limit: number, signal?: AbortSignal, properties = SEARCH_PROPERTIES): Promise<Entry[]> {
	const body = `<?xml version="1.0"?><d:searchrequest ${NAMESPACES}><d:basicsearch><d:select><d:prop>${properties}</d:prop></d:select>`
		// In a full URL Nextcloud decodes the escaped characters, in a path it does not.
		+ `<d:from><d:scope><d:href>${escapeXml(davUrl('files', root))}</d:href><d:depth>infinity</d:depth></d:scope></d:from>`
		+ `<d:where>${where}</d:where><d:orderby/><d:limit><d:nresults>${limit}</d:nresults></d:limit></d:basicsearch></d:searchrequest>`
	return requestEntries({ at: 'search', method: 'SEARCH', path: '', body, headers: { 'Content-Type': 'text/xml; charset=utf-8' }, signal })
}

/** The entries of a multistatus answer. */
async function requestEntries(call: ServiceCall): Promise<Entry[]> {
	const answer = await callService(call, v.string())
	return parseMultistatus(answer, davBase('files')).map((response) => entryOf(response, currentUserId()))
}

/** The file id in the OC-FileId header, such as 00000433ocabc; the instance id after it begins with a letter. */
function fileIdOf(headers: Record<string, string>): string {
	return String(Number.parseInt(headers['oc-fileid'] ?? '', 10))
}

function escapeXml(text: string): string {
	return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function propfindBody(properties: string): string {
	return `<?xml version="1.0"?><d:propfind ${NAMESPACES}><d:prop>${properties}</d:prop></d:propfind>`
}

/** Our reason word for each status. */
const REASONS: Record<number, string> = { 412: 'exists', 413: 'too_big', 423: 'locked', 507: 'no_room' }

async function withReasons<T>(work: () => Promise<T>, reasons: Record<number, string> = {}): Promise<T> {
	try {
		return await work()
	} catch (error) {
		if (!(error instanceof ApiError)) {
			throw error
		}
		const reason = { ...REASONS, ...reasons }[error.status] ?? (error.status === 400 && error.exception?.endsWith('InvalidPath') ? 'bad_name' : undefined)
		throw reason === undefined ? error : new ApiError(error.status, reason, { serverMessage: error.serverMessage, exception: error.exception, cause: error })
	}
}
