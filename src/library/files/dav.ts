/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The files of the account over WebDAV: paths begin with a slash below its own root. Why not by a library: docs/decisions/0024.

import type { ServiceCall } from '../../api/client.ts'
import type { Entry, Trashed } from './model.ts'

import { generateUrl } from '@nextcloud/router'
import * as v from 'valibot'
import { ApiError, isReason } from '../../api/apiError.ts'
import { account, davBase, davUrl, service, serviceAnswer } from '../../api/client.ts'
import { entryOf, responses, unreadable } from './answer.ts'
import { nameOf } from './names.ts'

const XML = { 'Content-Type': 'application/xml; charset=utf-8' }
const BYTES = { 'Content-Type': 'application/octet-stream' }
const SPACES = 'xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns"'
const Nothing = v.unknown()

/** Properties a search returns of a file or folder. */
const FOUND = '<d:resourcetype/><d:getcontenttype/><d:getlastmodified/><d:getetag/><oc:fileid/><oc:permissions/><oc:size/><nc:has-preview/><nc:mount-type/><oc:owner-display-name/>'
/** And what a look does: with whom a folder's files are shared, Nextcloud finds out for all of them at once; in a search, one by one. */
const LOOKED = `${FOUND}<nc:is-mount-root/><nc:sharees/>`

/** A body that is on its way. */
export interface Sending {
	/** Told how many bytes have left. */
	onSent?: (bytes: number) => void
	signal?: AbortSignal
}

/**
 * A folder and its content; for a file, only the file.
 *
 * @throws {ApiError} not_found · server, if the answer is about something else
 */
export async function list(path: string, signal?: AbortSignal): Promise<{ self: Entry, inside: Entry[] }> {
	const [self, ...inside] = await ask({ at: 'files', method: 'PROPFIND', path, body: look(LOOKED), headers: { ...XML, Depth: '1' }, signal })
	// An answer about another folder is none: the caller would wait for this one forever.
	if (self?.path !== path) {
		throw unreadable(`The answer about ${path} tells of ${self?.path ?? 'nothing'}`)
	}
	return { self, inside }
}

/** The entry at a path; null if there is none. */
export async function at(path: string): Promise<Entry | null> {
	try {
		const [found] = await ask({ at: 'files', method: 'PROPFIND', path, body: look(LOOKED), headers: { ...XML, Depth: '0' } })
		return found ?? null
	} catch (error) {
		if (isReason(error, 'not_found')) {
			return null
		}
		throw error
	}
}

/** The folders below one, at any depth, at most `most`. Of each only path, id and permissions are returned. */
export async function folders(root: string, most: number, signal?: AbortSignal): Promise<Entry[]> {
	const found = await search(root, '<d:is-collection/>', most, signal, '<oc:fileid/><oc:permissions/>')
	return found.map((entry) => ({ ...entry, folder: true, mime: '' }))
}

/** Entries below a folder whose name contains a word. */
export function named(root: string, word: string, most: number, signal?: AbortSignal): Promise<Entry[]> {
	const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
	return search(root, `<d:like><d:prop><d:displayname/></d:prop><d:literal>${escaped(pattern)}</d:literal></d:like>`, most, signal)
}

/** The entry with this id, below a folder; null if there is none. */
export async function byId(root: string, id: string, signal?: AbortSignal): Promise<Entry | null> {
	const [found] = await search(root, `<d:eq><d:prop><oc:fileid/></d:prop><d:literal>${escaped(id)}</d:literal></d:eq>`, 1, signal)
	return found ?? null
}

/**
 * A new folder, in one that is there.
 *
 * @return its number
 * @throws {ApiError} exists · bad_name · not_found where the folder around it is not there
 */
export async function makeFolder(path: string): Promise<string> {
	const { headers } = await refused(() => serviceAnswer({ at: 'files', method: 'MKCOL', path }, Nothing), { 405: 'exists', 409: 'not_found' })
	return fileId(headers)
}

/**
 * Moves or renames; nothing is replaced.
 *
 * @throws {ApiError} exists · bad_name · locked · not_found where it or the folder it goes to is not there
 */
export async function move(from: string, to: string): Promise<void> {
	await refused(() => service({ at: 'files', method: 'MOVE', path: from, to: { at: 'files', path: to }, headers: { Overwrite: 'F' } }, Nothing), { 409: 'not_found' })
}

/**
 * Copies; nothing is replaced.
 *
 * @throws {ApiError} exists · bad_name · no_room · not_found where it or the folder it goes to is not there
 */
export async function copy(from: string, to: string): Promise<void> {
	await refused(() => service({ at: 'files', method: 'COPY', path: from, to: { at: 'files', path: to }, headers: { Overwrite: 'F' } }, Nothing), { 409: 'not_found' })
}

/** Deletes: into the trash bin, if there is one. */
export async function remove(path: string): Promise<void> {
	await refused(() => service({ at: 'files', method: 'DELETE', path }, Nothing))
}

/** Whether what is thrown away can come back. */
export async function hasTrash(): Promise<boolean> {
	try {
		await service({ at: 'trashbin', method: 'PROPFIND', path: '/trash', body: look('<d:resourcetype/>'), headers: { ...XML, Depth: '0' } }, v.string())
		return true
	} catch (error) {
		if (error instanceof ApiError && (error.status === 404 || error.status === 405)) {
			return false
		}
		throw error
	}
}

/** The content of the trash bin. */
export async function trashed(): Promise<Trashed[]> {
	const body = look('<oc:fileid/><nc:trashbin-original-location/><nc:trashbin-deletion-time/>')
	const answer = await service({ at: 'trashbin', method: 'PROPFIND', path: '/trash', body, headers: { ...XML, Depth: '1' } }, v.string())
	return responses(answer, [...davBase('trashbin'), 'trash']).filter(({ path }) => path !== '/').map(({ path, told }) => ({
		name: nameOf(path),
		id: told('fileid'),
		from: told('trashbin-original-location'),
		at: Number(told('trashbin-deletion-time')),
	}))
}

/** Restores it, by its name in the trash bin. */
export async function restore(name: string): Promise<void> {
	await refused(() => service({ at: 'trashbin', method: 'MOVE', path: `/trash/${name}`, to: { at: 'trashbin', path: `/restore/${name}` } }, Nothing))
}

/**
 * A file in one go.
 *
 * An `etag` is that of the file it takes the place of; null: nothing has this path yet. `changed`: where it comes from, in s.
 *
 * @throws {ApiError} exists where another file has this path, or another state of it · bad_name · no_room · locked · not_found
 */
export async function put(path: string, body: Blob, etag: string | null, changed: number, { onSent, signal }: Sending = {}): Promise<string> {
	const headers = { ...BYTES, ...etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag }, 'X-OC-MTime': String(changed) }
	const answer = await refused(() => serviceAnswer({ at: 'files', method: 'PUT', path, body, headers, onSent, signal }, Nothing), { 409: 'not_found' })
	return fileId(answer.headers)
}

/**
 * Starts a chunked upload.
 *
 * @param id what the account calls it; the same is there until it is put together or given up
 * @param path where it will be
 * @return bytes of the pieces that are there from before, by their numbers
 */
export async function begin(id: string, path: string): Promise<Map<number, number>> {
	try {
		await service({ at: 'uploads', method: 'MKCOL', path: id, to: { at: 'files', path } }, Nothing)
		return new Map()
	} catch (error) {
		if (!(error instanceof ApiError && error.status === 405)) {
			throw error
		}
	}
	const answer = await service({ at: 'uploads', method: 'PROPFIND', path: id, body: look('<d:getcontentlength/>'), headers: { ...XML, Depth: '1' } }, v.string())
	const pieces = responses(answer, [...davBase('uploads'), id]).filter(({ path: at }) => /^\/\d+$/.test(at))
	return new Map(pieces.map(({ path: at, told }) => [Number(at.slice(1)), Number(told('getcontentlength'))]))
}

/** One piece of a file, by its number from 1 to 10,000. */
export async function putPiece(id: string, number: number, body: Blob, path: string, total: number, { onSent, signal }: Sending = {}): Promise<void> {
	const headers = { ...BYTES, 'OC-Total-Length': String(total) }
	await refused(() => service({ at: 'uploads', method: 'PUT', path: `${id}/${number}`, body, headers, to: { at: 'files', path }, onSent, signal }, Nothing))
}

/**
 * The file of its pieces; `replace`: it may take the place of another.
 *
 * @throws {ApiError} exists · pieces_missing · no_room · bad_name · locked · not_found
 */
export async function finish(id: string, path: string, { total, changed, replace }: { total: number, changed: number, replace: boolean }): Promise<void> {
	const headers = { 'OC-Total-Length': String(total), 'X-OC-MTime': String(changed), Overwrite: replace ? 'T' : 'F' }
	try {
		await refused(() => service({ at: 'uploads', method: 'MOVE', path: `${id}/.file`, to: { at: 'files', path }, headers }, Nothing), { 409: 'not_found' })
	} catch (error) {
		throw error instanceof ApiError && error.status === 400 && error.reason === 'refused' ? new ApiError(400, 'pieces_missing', { cause: error }) : error
	}
}

/** Gives up the pieces of a file; those of none are none. */
export async function giveUp(id: string): Promise<void> {
	try {
		await service({ at: 'uploads', method: 'DELETE', path: id }, Nothing)
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

/** A small picture of a file. */
export function previewUrl({ id, etag }: Pick<Entry, 'id' | 'etag'>, pixels: number): string {
	const query = new URLSearchParams({ fileId: id, x: String(pixels), y: String(pixels), a: '1', mimeFallback: 'false', v: etag.replaceAll('"', '').slice(0, 6) })
	return generateUrl(`/core/preview?${query}`)
}

async function search(root: string, where: string, most: number, signal?: AbortSignal, told = FOUND): Promise<Entry[]> {
	const body = `<?xml version="1.0"?><d:searchrequest ${SPACES}><d:basicsearch><d:select><d:prop>${told}</d:prop></d:select>`
		// In a full URL Nextcloud decodes the escaped characters, in a path it does not.
		+ `<d:from><d:scope><d:href>${escaped(davUrl('files', root))}</d:href><d:depth>infinity</d:depth></d:scope></d:from>`
		+ `<d:where>${where}</d:where><d:orderby/><d:limit><d:nresults>${most}</d:nresults></d:limit></d:basicsearch></d:searchrequest>`
	return ask({ at: 'search', method: 'SEARCH', path: '', body, headers: { 'Content-Type': 'text/xml; charset=utf-8' }, signal })
}

/** The entries of an answer. */
async function ask(call: ServiceCall): Promise<Entry[]> {
	const answer = await service(call, v.string())
	return responses(answer, davBase('files')).map((response) => entryOf(response, account()))
}

/** The number in what the header says: 00000433ocabc, the name of the instance behind it begins with letters. */
function fileId(headers: Record<string, string>): string {
	return String(Number.parseInt(headers['oc-fileid'] ?? '', 10))
}

function escaped(text: string): string {
	return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function look(properties: string): string {
	return `<?xml version="1.0"?><d:propfind ${SPACES}><d:prop>${properties}</d:prop></d:propfind>`
}

/** Refusals of WebDAV under the words of this app, by their status. */
const REASONS: Record<number, string> = { 412: 'exists', 413: 'too_big', 423: 'locked', 507: 'no_room' }

async function refused<T>(work: () => Promise<T>, reasons: Record<number, string> = {}): Promise<T> {
	try {
		return await work()
	} catch (error) {
		if (!(error instanceof ApiError)) {
			throw error
		}
		const reason = { ...REASONS, ...reasons }[error.status] ?? (error.status === 400 && error.kind?.endsWith('InvalidPath') ? 'bad_name' : undefined)
		throw reason === undefined ? error : new ApiError(error.status, reason, { said: error.said, kind: error.kind, cause: error })
	}
}
