/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from './model.ts'

import { ApiError, isReason } from '../../api/apiError.ts'
import { fingerprint } from '../../shared/lib/fingerprint.ts'
import { halts } from './each.ts'
import { around, freeName, nameOf, nameProblem, pathIn } from './names.ts'

/** A file of the device. */
export interface Source {
	name: string
	/** Bytes. */
	size: number
	/** When it was changed last, in s. */
	changed: number
	slice: (from: number, to: number) => Blob
}

/** Something to upload: a file, or an empty folder. */
export interface Brought {
	/** Names of the folders it is in, from the upload target down. */
	folders: readonly string[]
	file: Source | null
}

export type ItemState = 'waiting' | 'sending' | 'done' | 'skipped' | 'failed'

/** A file on its way. */
export interface Item {
	/** Where it goes. */
	path: string
	source: Source
	/** Of the file it takes the place of; null: of none. */
	etag: string | null
	state: ItemState
	/** Bytes that have arrived. */
	sent: number
	/** Why it failed. */
	error: unknown
}

export interface Upload {
	/** Folders that are not there yet, the outer ones first. */
	folders: readonly string[]
	items: readonly Item[]
}

/** What to do where the name is taken. */
export type Choice = 'both' | 'replace' | 'skip'

/** A file whose name is taken; `there` is what has it. */
export interface Taken {
	path: string
	there: Entry
}

interface Sending {
	onSent?: (bytes: number) => void
	signal?: AbortSignal
}

/** What an upload asks of the files (dav.ts). */
export interface UploadPorts {
	list: (path: string) => Promise<{ self: Entry, inside: Entry[] }>
	makeFolder: (path: string) => Promise<unknown>
	put: (path: string, body: Blob, etag: string | null, changed: number, sending: Sending) => Promise<unknown>
	begin: (id: string, path: string) => Promise<Map<number, number>>
	putPiece: (id: string, number: number, body: Blob, path: string, total: number, sending: Sending) => Promise<void>
	finish: (id: string, path: string, options: { total: number, changed: number, replace: boolean }) => Promise<void>
	giveUp: (id: string) => Promise<void>
}

/** Longest body of one request; a longer file goes in pieces. */
export const PIECE = 10 * 1024 * 1024
/** Most pieces Nextcloud takes of one file. */
const MOST_PIECES = 10_000
/** What systems leave in folders for themselves. */
const LITTER = ['.ds_store', 'thumbs.db', 'desktop.ini']

/**
 * Plans where each uploaded item goes.
 *
 * @param target folder to upload to
 * @return what to do, and the files whose names are taken
 */
export async function prepare(target: string, brought: readonly Brought[], { list }: Pick<UploadPorts, 'list'>): Promise<{ upload: Upload, taken: Taken[] }> {
	const inside = new Map<string, Entry[]>([[target, (await list(target)).inside]])
	const missing: string[] = []

	/** Lists a folder, or notes that it has to be created. */
	async function reach(path: string): Promise<void> {
		if (inside.has(path)) {
			return
		}
		const known = inside.get(around(path)) ?? []
		if (known.some(({ path: there, folder }) => folder && there === path)) {
			inside.set(path, (await list(path)).inside)
		} else {
			inside.set(path, [])
			missing.push(path)
		}
	}

	const items: Item[] = []
	for (const { folders, file } of brought) {
		let folder = target
		for (const name of folders) {
			folder = pathIn(folder, name.normalize())
			await reach(folder)
		}
		const name = file?.name.normalize() ?? ''
		if (file && !LITTER.includes(name.toLowerCase())) {
			const problem = nameProblem(name)
			items.push({ path: pathIn(folder, name), source: file, etag: null, sent: 0, ...problem ? { state: 'failed', error: new ApiError(400, 'bad_name') } : { state: 'waiting', error: null } })
		}
	}
	const taken = items.filter(({ state }) => state === 'waiting').flatMap(({ path }) => {
		const there = inside.get(around(path))?.find((entry) => entry.path === path)
		return there ? [{ path, there }] : []
	})
	return { upload: { folders: missing, items }, taken }
}

/**
 * The plan with the choices made for the files whose names are taken; `names` are those in a folder, in addition to those of the
 * upload itself. Nothing replaces a folder: both are kept.
 */
export function decided(upload: Upload, taken: readonly Taken[], choice: Choice, names: (folder: string) => readonly string[]): Upload {
	const theirs = new Map(taken.map(({ path, there }) => [path, there]))
	const used = new Map<string, string[]>()
	const namesIn = (folder: string) => {
		if (!used.has(folder)) {
			used.set(folder, [...names(folder), ...upload.items.filter(({ path }) => around(path) === folder).map(({ path }) => nameOf(path))])
		}
		return used.get(folder)!
	}
	const items = upload.items.map((item): Item => {
		const there = theirs.get(item.path)
		if (!there) {
			return item
		}
		if (choice === 'skip') {
			return { ...item, state: 'skipped' }
		}
		if (choice === 'replace' && !there.folder) {
			return { ...item, etag: there.etag }
		}
		const folder = around(item.path)
		const name = freeName(nameOf(item.path), namesIn(folder))
		namesIn(folder).push(name)
		return { ...item, path: pathIn(folder, name) }
	})
	return { ...upload, items }
}

/** The same with all that failed to be tried again. */
export function again(upload: Upload): Upload {
	return { ...upload, items: upload.items.map((item) => item.state === 'failed' ? { ...item, state: 'waiting', error: null } : item) }
}

/** How far an upload is: files and bytes, those that are left out not counted. */
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

/** How long the pieces of a file are, in bytes: by its size alone, so that a later try cuts it the same. */
export function pieceSize(size: number): number {
	return Math.max(PIECE, Math.ceil(size / MOST_PIECES))
}

/** What the pieces of a file are kept under: the same for the same file to the same place, in another tab, after another day. */
export function uploadId(path: string, { size, changed }: Pick<Source, 'size' | 'changed'>): string {
	return `reseau-${fingerprint(new TextEncoder().encode(`${path}\n${size}\n${changed}`))}`
}

/**
 * Uploads what is pending, one file after the other. An error of one file is recorded with it; one that would stop every other file is
 * thrown, and what was not uploaded waits for a retry. `tell` is called with every change; the signal stops it, and its
 * reason is thrown.
 */
export async function send(upload: Upload, ports: UploadPorts, tell: (upload: Upload) => void, signal: AbortSignal): Promise<Upload> {
	let now = upload

	function change(path: string, values: Partial<Item>): void {
		now = { ...now, items: now.items.map((item) => item.path === path ? { ...item, ...values } : item) }
		tell(now)
	}

	for (const folder of now.folders) {
		signal.throwIfAborted()
		try {
			await ports.makeFolder(folder)
		} catch (error) {
			// Made in the meantime, or by a call whose answer was lost.
			if (!isReason(error, 'exists')) {
				if (signal.aborted || halts(error)) {
					throw error
				}
				now = { ...now, items: now.items.map((item) => item.state === 'waiting' && item.path.startsWith(`${folder}/`) ? { ...item, state: 'failed', error } : item) }
			}
		}
		now = { ...now, folders: now.folders.filter((one) => one !== folder) }
		tell(now)
	}
	for (const { path, source, etag } of now.items.filter(({ state }) => state === 'waiting')) {
		signal.throwIfAborted()
		change(path, { state: 'sending' })
		try {
			await readable(source)
			await sendOne(path, source, etag, ports, (sent) => change(path, { sent }), signal)
			change(path, { state: 'done', sent: source.size })
		} catch (error) {
			if (signal.aborted || halts(error)) {
				change(path, { state: 'waiting' })
				throw error
			}
			change(path, { state: 'failed', sent: 0, error })
		}
	}
	return now
}

async function sendOne(path: string, source: Source, etag: string | null, ports: UploadPorts, onSent: (bytes: number) => void, signal: AbortSignal): Promise<void> {
	try {
		await (source.size > PIECE ? sendPieces : sendWhole)(path, source, etag, ports, onSent, signal)
	} catch (error) {
		// It may have arrived by a call whose answer was lost.
		if (!isReason(error, 'exists') || !await isThere(path, source, ports)) {
			throw error
		}
	}
}

async function sendWhole(path: string, source: Source, etag: string | null, ports: UploadPorts, onSent: (bytes: number) => void, signal: AbortSignal): Promise<void> {
	await ports.put(path, source.slice(0, source.size), etag, source.changed, { onSent, signal })
}

async function sendPieces(path: string, source: Source, etag: string | null, ports: UploadPorts, onSent: (bytes: number) => void, signal: AbortSignal): Promise<void> {
	const id = uploadId(path, source)
	const length = pieceSize(source.size)
	const there = await ports.begin(id, path)
	for (let number = 1, from = 0; from < source.size; number++, from += length) {
		const to = Math.min(from + length, source.size)
		if (there.get(number) !== to - from) {
			signal.throwIfAborted()
			await ports.putPiece(id, number, source.slice(from, to), path, source.size, { onSent: (bytes) => onSent(from + bytes), signal })
		}
		onSent(to)
	}
	// Assembling the chunks has no precondition, so check for changes just before.
	if (etag !== null && (await entryAt(path, ports))?.etag !== etag) {
		throw new ApiError(412, 'exists')
	}
	try {
		await ports.finish(id, path, { total: source.size, changed: source.changed, replace: etag !== null })
	} catch (error) {
		if (isReason(error, 'pieces_missing')) {
			await ports.giveUp(id)
		}
		throw error
	}
}

/** Whether what is there is this file. */
async function isThere(path: string, { size, changed }: Source, ports: UploadPorts): Promise<boolean> {
	const entry = await entryAt(path, ports)
	return entry !== null && !entry.folder && entry.size === size && entry.changed === changed
}

/** The entry at a path; null if there is none. */
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

/** A file may be gone from the device since it was chosen; the browser would say that the server did not answer. */
async function readable(source: Source): Promise<void> {
	try {
		await source.slice(0, 1).arrayBuffer()
	} catch (error) {
		throw new ApiError(0, 'unreadable', { cause: error })
	}
}
