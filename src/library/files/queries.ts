/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { BatchOptions } from './forEachEntry.ts'
import type { Entry, TrashEntry } from './model.ts'
import type { UploadPorts } from './upload.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { ApiError, isReason } from '../../api/apiError.ts'
import { useInvalidateNeighbourhoods } from '../../shared/composables/useInvalidateNeighbourhoods.ts'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import { versionOf } from '../../shared/lib/versionOf.ts'
import { getLibrary, listSheets, setSheetStatus, writeSheet } from '../sheet/gateway.ts'
import * as dav from './dav.ts'
import { forEachEntry } from './forEachEntry.ts'
import { freeName, joinPath, parentPath } from './names.ts'
import { runVerified } from './runVerified.ts'
import { findInTrash } from './trash.ts'
import { modelsName } from './words.ts'

export { downloadUrl, fileUrl, previewUrl } from './dav.ts'

/** Folders per request; 500 take as long as listing two folders. */
const MAX_FOLDERS = 3000
/** Files found by name. */
const MAX_NAMED = 100

export const fileKeys = {
	all: ['library', 'files'],
	folders: (root: string) => ['library', 'files', 'folders', root],
	inside: (path: string) => ['library', 'files', 'in', path],
	entry: (root: string, id: string) => ['library', 'files', 'entry', root, id],
	named: (root: string, words: string) => ['library', 'files', 'named', root, words],
	text: (path: string, version: string) => ['library', 'files', 'text', path, version],
	trash: ['library', 'trash'],
}

/** The folders below one; `complete` unless the limit was reached. */
export interface FolderList {
	folders: Entry[]
	complete: boolean
}

/** The folders of the library, in one request. */
export function useFolders(root: MaybeRefOrGetter<string | null>): UseQueryReturn<FolderList> {
	return useQuery({
		key: () => fileKeys.folders(toValue(root) ?? ''),
		query: async ({ signal }): Promise<FolderList> => {
			const folders = await dav.listFolders(toValue(root)!, MAX_FOLDERS, signal)
			// Nextcloud counts the root itself in the limit.
			return { folders, complete: folders.length < MAX_FOLDERS - 1 }
		},
		enabled: () => toValue(root) !== null,
	})
}

/** A folder and its content. */
export function useFolder(path: MaybeRefOrGetter<string | null>): UseQueryReturn<{ self: Entry, inside: Entry[] }> {
	return useQuery({
		key: () => fileKeys.inside(toValue(path) ?? ''),
		query: ({ signal }) => dav.list(toValue(path)!, signal),
		enabled: () => toValue(path) !== null,
	})
}

/** The file or folder with an id; null without one. */
export function useEntry(root: MaybeRefOrGetter<string | null>, id: MaybeRefOrGetter<string | null>): UseQueryReturn<Entry | null> {
	return useQuery({
		key: () => fileKeys.entry(toValue(root) ?? '', toValue(id) ?? ''),
		query: ({ signal }) => dav.findById(toValue(root)!, toValue(id)!, signal),
		enabled: () => toValue(root) !== null && toValue(id) !== null,
	})
}

/** Files and folders with words in their names. */
export function useFilesByName(root: MaybeRefOrGetter<string | null>, words: MaybeRefOrGetter<string>): UseQueryReturn<Entry[]> {
	return useQuery({
		key: () => fileKeys.named(toValue(root) ?? '', toValue(words)),
		query: ({ signal }) => dav.searchByName(toValue(root)!, toValue(words), MAX_NAMED, signal),
		enabled: () => toValue(root) !== null && toValue(words) !== '',
	})
}

/** The text of one version of a file. */
export function useText(path: MaybeRefOrGetter<string | null>, version: MaybeRefOrGetter<string>): UseQueryReturn<string> {
	return useQuery({
		key: () => fileKeys.text(toValue(path) ?? '', toValue(version)),
		query: ({ signal }) => dav.read(toValue(path)!, signal),
		enabled: () => toValue(path) !== null,
	})
}

/** Moves or renames; successful if the file id is at the new path. */
function moveTo({ path, id }: Entry, to: string): Promise<unknown> {
	return runVerified<unknown>(() => dav.move(path, to), async () => (await dav.stat(to))?.id === id || null)
}

/** Deletes; successful if the file no longer exists and, with a trash bin, is in it. */
function deleteEntry(entry: Entry, trash: boolean): Promise<unknown> {
	return runVerified<unknown>(() => dav.remove(entry.path), async () => {
		const gone = (await dav.stat(entry.path))?.id !== entry.id
		return (gone && (!trash || findInTrash(await dav.listTrash(), entry) !== null)) || null
	})
}

/** Restores from the trash bin, whose content was `trash`. */
function restoreEntry(entry: Entry, trash: readonly TrashEntry[]): Promise<unknown> {
	return runVerified<unknown>(async () => {
		const deleted = findInTrash(trash, entry)
		if (!deleted) {
			throw new ApiError(404, 'not_in_trash')
		}
		await dav.restore(deleted.name)
	}, async () => (findInTrash(await dav.listTrash(), entry) === null && await dav.stat(entry.path) !== null) || null)
}

/**
 * All mutations of files. Each call throws an ApiError if it is refused, and checks the result before throwing if its answer is lost.
 * Afterwards the queries of files are refetched.
 */
export function useFileActions() {
	const cache = useQueryCache()
	const aroundAgain = useInvalidateNeighbourhoods()

	/** Refetches everything pages show of files and their sheets. */
	function changed(): void {
		invalidateQueries(cache, { key: fileKeys.all })
		invalidateQueries(cache, { key: ['library', 'sheets'] })
		aroundAgain()
	}

	function change<Vars, T>(work: (vars: Vars) => Promise<T>) {
		return useMutation({ mutation: (vars: Vars) => work(vars), onSettled: changed }).mutateAsync
	}

	return {
		changed,
		/** Creates a folder, returns its file id. */
		makeFolder: change(({ folder, name }: { folder: string, name: string }) => {
			const path = joinPath(folder, name.trim())
			return runVerified(() => dav.mkcol(path), async () => (await dav.stat(path))?.id ?? null)
		}),
		/** Creates an empty text file, with a number in its name if that is taken; returns its file id. */
		makeText: change(async ({ folder, name }: { folder: string, name: string }) => {
			const { inside } = await dav.list(folder)
			const path = joinPath(folder, freeName(name, inside.map((entry) => entry.name)))
			return runVerified(() => dav.put(path, new Blob([]), null, Math.floor(Date.now() / 1000)), async () => (await dav.stat(path))?.id ?? null)
		}),
		/** Creates several folders in one; existing ones are left unchanged. */
		makeFolders: change(async ({ folder, names }: { folder: string, names: readonly string[] }) => {
			for (const name of names) {
				try {
					await dav.mkcol(joinPath(folder, name))
				} catch (error) {
					if (!isReason(error, 'exists')) {
						throw error
					}
				}
			}
		}),
		/** Renames within the same folder. */
		rename: change(({ entry, name }: { entry: Entry, name: string }) => moveTo(entry, joinPath(parentPath(entry.path), name.trim()))),
		/** Moves each entry into another folder. */
		move: change(({ entries, folder, under }: { entries: readonly Entry[], folder: string, under?: BatchOptions }) => forEachEntry(entries, (entry) => moveTo(entry, joinPath(folder, entry.name)), under)),
		/** Copies a file, returns the file id of the copy. */
		copy: change(({ path, folder, name }: { path: string, folder: string, name: string }) => {
			const to = joinPath(folder, name.trim())
			return runVerified(async () => {
				await dav.copy(path, to)
				return (await dav.list(to)).self.id
			}, async () => {
				const [from, there] = [await dav.stat(path), await dav.stat(to)]
				return there && there.size === from?.size ? there.id : null
			})
		}),
		/** Deletes each entry: into the trash bin, or permanently without one. */
		remove: change(({ entries, trash, under }: { entries: readonly Entry[], trash: boolean, under?: BatchOptions }) => forEachEntry(entries, (entry) => deleteEntry(entry, trash), under)),
		/** Restores each entry from the trash bin. */
		restore: change(async ({ entries, under }: { entries: readonly Entry[], under?: BatchOptions }) => {
			const trash = await dav.listTrash()
			return forEachEntry(entries, (entry) => restoreEntry(entry, trash), under)
		}),
		/** Whether deleted files can be restored. */
		hasTrash: () => dav.hasTrashbin(),
		/** The entry with a file id, null without one. */
		find: (root: string, id: string) => dav.findById(root, id),
		/** The current content of a folder. */
		look: (path: string) => dav.list(path),
	}
}

/** The WebDAV calls of an upload. */
export const uploadPorts: UploadPorts = dav

/** A file to copy as a template. */
export interface Model {
	id: string
	path: string
	/** Of the file. */
	name: string
	/** From its sheet, else the name. */
	title: string
}

/** The templates of the library: files whose sheet says so, and the content of the template folder. */
export function useModels(root: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean>): UseQueryReturn<Model[]> {
	return useQuery({
		key: () => [...fileKeys.all, 'models', toValue(root)],
		query: async ({ signal }): Promise<Model[]> => {
			const [{ sheets }, inside] = await Promise.all([
				listSheets({ facet: { kind: ['template'] }, sort: 'title', limit: 100 }, signal),
				insideOf(joinPath(toValue(root), modelsName()), signal),
			])
			const described = sheets.flatMap(({ fileId, title, file }): Model[] => file && !file.folder ? [{ id: fileId, path: `${toValue(root)}${file.path}`, name: file.name, title }] : [])
			const others = inside.filter(({ folder, id }) => !folder && described.every((model) => model.id !== id))
			return [...described, ...others.map(({ id, path, name }): Model => ({ id, path, name, title: name }))]
		},
		enabled: () => toValue(wanted),
	})
}

/** A text for the library: its folder there, its file name, its content, and the kind of its sheet if the network has it. */
export interface KeptText {
	folder: string
	name: string
	text: string
	title: string
	kind: string
}

/**
 * Puts a text into the library under a free name, with a published sheet that describes it. Throws an ApiError if it is refused.
 *
 * @return file id
 */
export async function keepText({ folder, name, text, title, kind }: KeptText): Promise<string> {
	const { root, kinds } = await getLibrary()
	if (!root) {
		throw new ApiError(404, 'no_library')
	}
	const at = joinPath(root.path, folder)
	try {
		await dav.mkcol(at)
	} catch (error) {
		if (!isReason(error, 'exists')) {
			throw error
		}
	}
	const { inside } = await dav.list(at)
	const file = await dav.put(joinPath(at, freeName(name, inside.map((one) => one.name))), new Blob([text]), null, Math.floor(Date.now() / 1000))
	try {
		const sheetKind = kinds.find(({ slug }) => slug === kind) ?? kinds[0]
		if (sheetKind) {
			const written = await writeSheet(file, 0, { kind: sheetKind.slug, title })
			await setSheetStatus(file, versionOf(written), 'published')
		}
	} catch {
		// The file exists, like others without a sheet: trying again would create a second one.
	}
	return file
}

/** The content of a folder; empty if it does not exist. */
async function insideOf(path: string, signal?: AbortSignal): Promise<Entry[]> {
	try {
		return (await dav.list(path, signal)).inside
	} catch (error) {
		if (isReason(error, 'not_found')) {
			return []
		}
		throw error
	}
}
