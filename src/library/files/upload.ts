/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

import { ApiError, isReason } from '../../api/apiError.ts'
import { fingerprint } from '../../shared/lib/fingerprint.ts'
import { isFatal } from './forEachEntry.ts'
import { freeName, joinPath, nameOf, nameProblem, parentPath } from './names.ts'

/** A file on the device. */
export interface LocalFile {
	name: string
	/** Bytes. */
	size: number
	/** In seconds. */
	mtime: number
	slice: (from: number, to: number) => Blob
}

/** An item to upload: a file, or an empty folder. */
export interface LocalItem {
	/** Names of the folders it is in, from the upload target down. */
	folders: readonly string[]
	file: LocalFile | null
}

export type ItemState = 'waiting' | 'sending' | 'done' | 'skipped' | 'failed'

/** A file being uploaded. */
export interface Item {
	/** Target path. */
	path: string
	source: LocalFile
	/** Of the file to overwrite; null without one. */
	etag: string | null
	state: ItemState
	/** Bytes uploaded. */
	sent: number
	/** Why it failed. */
	error: unknown
}

export interface Upload {
	/** Folders to create, parents first. */
	folders: readonly string[]
	items: readonly Item[]
}

/** The choice if the name is taken. */
export type ConflictChoice = 'both' | 'replace' | 'skip'

/** A file whose name is taken, by `existing`. */
export interface NameConflict {
	path: string
	existing: Entry
}

interface UploadOptions {
	onUploadProgress?: (bytes: number) => void
	signal?: AbortSignal
}

/** The WebDAV calls of an upload (dav.ts). */
export interface UploadPorts {
	list: (path: string) => Promise<{ self: Entry, inside: Entry[] }>
	mkcol: (path: string) => Promise<unknown>
	put: (path: string, body: Blob, etag: string | null, mtime: number, options: UploadOptions) => Promise<unknown>
	startChunkedUpload: (id: string, path: string) => Promise<Map<number, number>>
	putChunk: (id: string, number: number, body: Blob, path: string, total: number, options: UploadOptions) => Promise<void>
	assembleChunks: (id: string, path: string, options: { total: number, mtime: number, overwrite: boolean }) => Promise<void>
	deleteChunks: (id: string) => Promise<void>
}

/** Maximum size of one request, in bytes; larger files are sent in chunks. */
export const CHUNK_SIZE = 10 * 1024 * 1024
/** Nextcloud accepts at most this many chunks per file. */
const MAX_CHUNKS = 10_000
/** Files that operating systems add to folders; not uploaded. */
const SYSTEM_FILES = ['.ds_store', 'thumbs.db', 'desktop.ini']

/**
 * Plans where each uploaded item goes.
 *
 * @param target folder to upload to
 * @return the plan, and the files whose names are taken
 */
export async function planUpload(target: string, localItems: readonly LocalItem[], { list }: Pick<UploadPorts, 'list'>): Promise<{ upload: Upload, conflicts: NameConflict[] }> {
	const inside = new Map<string, Entry[]>([[target, (await list(target)).inside]])
	const missing: string[] = []

	/** Lists a folder, or notes that it has to be created. */
	async function reach(path: string): Promise<void> {
		if (inside.has(path)) {
			return
		}
		const known = inside.get(parentPath(path)) ?? []
		if (known.some(({ path: there, folder }) => folder && there === path)) {
			inside.set(path, (await list(path)).inside)
		} else {
			inside.set(path, [])
			missing.push(path)
		}
	}

	const items: Item[] = []
	for (const { folders, file } of localItems) {
		let folder = target
		for (const name of folders) {
			folder = joinPath(folder, name.normalize())
			await reach(folder)
		}
		const name = file?.name.normalize() ?? ''
		if (file && !SYSTEM_FILES.includes(name.toLowerCase())) {
			const problem = nameProblem(name)
			items.push({ path: joinPath(folder, name), source: file, etag: null, sent: 0, ...problem ? { state: 'failed', error: new ApiError(400, 'bad_name') } : { state: 'waiting', error: null } })
		}
	}
	const conflicts = items.filter(({ state }) => state === 'waiting').flatMap(({ path }) => {
		const existing = inside.get(parentPath(path))?.find((entry) => entry.path === path)
		return existing ? [{ path, existing }] : []
	})
	return { upload: { folders: missing, items }, conflicts }
}

/**
 * Applies the choice to files whose names are taken. `names` returns the names in a folder, in addition to those of the upload. A
 * folder is never overwritten: both are kept.
 */
export function resolveConflicts(upload: Upload, conflicts: readonly NameConflict[], choice: ConflictChoice, names: (folder: string) => readonly string[]): Upload {
	const existingByPath = new Map(conflicts.map(({ path, existing }) => [path, existing]))
	const used = new Map<string, string[]>()
	const namesIn = (folder: string) => {
		if (!used.has(folder)) {
			used.set(folder, [...names(folder), ...upload.items.filter(({ path }) => parentPath(path) === folder).map(({ path }) => nameOf(path))])
		}
		return used.get(folder)!
	}
	const items = upload.items.map((item): Item => {
		const existing = existingByPath.get(item.path)
		if (!existing) {
			return item
		}
		if (choice === 'skip') {
			return { ...item, state: 'skipped' }
		}
		if (choice === 'replace' && !existing.folder) {
			return { ...item, etag: existing.etag }
		}
		const folder = parentPath(item.path)
		const name = freeName(nameOf(item.path), namesIn(folder))
		namesIn(folder).push(name)
		return { ...item, path: joinPath(folder, name) }
	})
	return { ...upload, items }
}

/** Marks the failed files as waiting again. */
export function retryFailed(upload: Upload): Upload {
	return { ...upload, items: upload.items.map((item) => item.state === 'failed' ? { ...item, state: 'waiting', error: null } : item) }
}

/** Progress in files and bytes, without skipped files. */
export function progress({ items }: Upload): { done: number, total: number, sent: number, size: number, failed: Item[] } {
	const counted = items.filter(({ state }) => state !== 'skipped')
	return {
		done: counted.filter(({ state }) => state === 'done').length,
		total: counted.length,
		sent: counted.reduce((sum, { sent }) => sum + sent, 0),
		size: counted.reduce((sum, { source }) => sum + source.size, 0),
		failed: counted.filter(({ state }) => state === 'failed'),
	}
}

/** Chunk size of a file in bytes: depends only on its size, so that a retry uses the same chunks. */
export function chunkSize(size: number): number {
	return Math.max(CHUNK_SIZE, Math.ceil(size / MAX_CHUNKS))
}

/** Name of the upload folder: the same for the same file and target, also in another tab or on another day. */
export function uploadId(path: string, { size, mtime }: Pick<LocalFile, 'size' | 'mtime'>): string {
	return `reseau-${fingerprint(new TextEncoder().encode(`${path}\n${size}\n${mtime}`))}`
}

/**
 * Uploads what is pending, one file after the other. An error of one file is recorded with it; one that would stop every other file is
 * thrown, and what was not uploaded waits for a retry. `onChange` is called with every change; when the signal aborts, its
 * reason is thrown.
 */
export async function runUpload(upload: Upload, ports: UploadPorts, onChange: (upload: Upload) => void, signal: AbortSignal): Promise<Upload> {
	let now = upload

	function change(path: string, values: Partial<Item>): void {
		now = { ...now, items: now.items.map((item) => item.path === path ? { ...item, ...values } : item) }
		onChange(now)
	}

	for (const folder of now.folders) {
		signal.throwIfAborted()
		try {
			await ports.mkcol(folder)
		} catch (error) {
			// Created in the meantime, or by a call whose answer was lost.
			if (!isReason(error, 'exists')) {
				if (signal.aborted || isFatal(error)) {
					throw error
				}
				now = { ...now, items: now.items.map((item) => item.state === 'waiting' && item.path.startsWith(`${folder}/`) ? { ...item, state: 'failed', error } : item) }
			}
		}
		now = { ...now, folders: now.folders.filter((one) => one !== folder) }
		onChange(now)
	}
	for (const { path, source, etag } of now.items.filter(({ state }) => state === 'waiting')) {
		signal.throwIfAborted()
		change(path, { state: 'sending' })
		try {
			await assertReadable(source)
			await sendOne(path, source, etag, ports, (sent) => change(path, { sent }), signal)
			change(path, { state: 'done', sent: source.size })
		} catch (error) {
			if (signal.aborted || isFatal(error)) {
				change(path, { state: 'waiting' })
				throw error
			}
			change(path, { state: 'failed', sent: 0, error })
		}
	}
	return now
}

async function sendOne(path: string, source: LocalFile, etag: string | null, ports: UploadPorts, onUploadProgress: (bytes: number) => void, signal: AbortSignal): Promise<void> {
	try {
		await (source.size > CHUNK_SIZE ? sendChunks : sendWhole)(path, source, etag, ports, onUploadProgress, signal)
	} catch (error) {
		// It may have arrived by a call whose answer was lost.
		if (!isReason(error, 'exists') || !await isUploaded(path, source, ports)) {
			throw error
		}
	}
}

async function sendWhole(path: string, source: LocalFile, etag: string | null, ports: UploadPorts, onUploadProgress: (bytes: number) => void, signal: AbortSignal): Promise<void> {
	await ports.put(path, source.slice(0, source.size), etag, source.mtime, { onUploadProgress, signal })
}

async function sendChunks(path: string, source: LocalFile, etag: string | null, ports: UploadPorts, onUploadProgress: (bytes: number) => void, signal: AbortSignal): Promise<void> {
	const id = uploadId(path, source)
	const length = chunkSize(source.size)
	const uploaded = await ports.startChunkedUpload(id, path)
	for (let number = 1, from = 0; from < source.size; number++, from += length) {
		const to = Math.min(from + length, source.size)
		if (uploaded.get(number) !== to - from) {
			signal.throwIfAborted()
			await ports.putChunk(id, number, source.slice(from, to), path, source.size, { onUploadProgress: (bytes) => onUploadProgress(from + bytes), signal })
		}
		onUploadProgress(to)
	}
	// Assembling the chunks takes no If-Match, so check for changes just before.
	if (etag !== null && (await entryAt(path, ports))?.etag !== etag) {
		throw new ApiError(412, 'exists')
	}
	try {
		await ports.assembleChunks(id, path, { total: source.size, mtime: source.mtime, overwrite: etag !== null })
	} catch (error) {
		if (isReason(error, 'chunks_missing')) {
			await ports.deleteChunks(id)
		}
		throw error
	}
}

/** Whether the file at this path is the uploaded one. */
async function isUploaded(path: string, { size, mtime }: LocalFile, ports: UploadPorts): Promise<boolean> {
	const entry = await entryAt(path, ports)
	return entry !== null && !entry.folder && entry.size === size && entry.mtime === mtime
}

/** The entry at a path; null without one. */
async function entryAt(path: string, { list }: UploadPorts): Promise<Entry | null> {
	try {
		return (await list(path)).self
	} catch (error) {
		if (isReason(error, 'not_found')) {
			return null
		}
		throw error
	}
}

/** A file may have been deleted from the device since it was chosen; the browser would report a network error. */
async function assertReadable(source: LocalFile): Promise<void> {
	try {
		await source.slice(0, 1).arrayBuffer()
	} catch (error) {
		throw new ApiError(0, 'unreadable', { cause: error })
	}
}
