/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Under } from './each.ts'
import type { Entry, Trashed } from './model.ts'
import type { UploadPorts } from './upload.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { ApiError, isReason } from '../../api/apiError.ts'
import { askAgain } from '../../shared/askAgain.ts'
import { useAroundAgain } from '../../shared/composables/useAroundAgain.ts'
import { listSheets } from '../sheet/gateway.ts'
import * as dav from './dav.ts'
import { each } from './each.ts'
import { around, pathIn } from './names.ts'
import { surely } from './surely.ts'
import { trashedOf } from './trash.ts'
import { modelsName } from './words.ts'

export { fileUrl, previewUrl } from './dav.ts'

/** Folders that come in one request at most: one of 500 takes as long as two looks into a folder. */
const MOST_FOLDERS = 3000
/** Files found by their names at most. */
const MOST_NAMED = 100

export const fileKeys = {
	all: ['library', 'files'],
	folders: (root: string) => ['library', 'files', 'folders', root],
	inside: (path: string) => ['library', 'files', 'in', path],
	entry: (root: string, id: string) => ['library', 'files', 'entry', root, id],
	named: (root: string, words: string) => ['library', 'files', 'named', root, words],
	trash: ['library', 'trash'],
}

/** All folders below one; `complete`: there are no others. */
export interface AllFolders {
	folders: Entry[]
	complete: boolean
}

/** The folders of the library, in one request. */
export function useFolders(root: MaybeRefOrGetter<string | null>): UseQueryReturn<AllFolders> {
	return useQuery({
		key: () => fileKeys.folders(toValue(root) ?? ''),
		query: async ({ signal }): Promise<AllFolders> => {
			const folders = await dav.folders(toValue(root)!, MOST_FOLDERS, signal)
			// Nextcloud counts the folder itself among those it may give.
			return { folders, complete: folders.length < MOST_FOLDERS - 1 }
		},
		enabled: () => toValue(root) !== null,
	})
}

/** A folder and what is in it. */
export function useInside(path: MaybeRefOrGetter<string | null>): UseQueryReturn<{ self: Entry, inside: Entry[] }> {
	return useQuery({
		key: () => fileKeys.inside(toValue(path) ?? ''),
		query: ({ signal }) => dav.list(toValue(path)!, signal),
		enabled: () => toValue(path) !== null,
	})
}

/** The file or folder with an id; null if there is none. */
export function useEntry(root: MaybeRefOrGetter<string | null>, id: MaybeRefOrGetter<string | null>): UseQueryReturn<Entry | null> {
	return useQuery({
		key: () => fileKeys.entry(toValue(root) ?? '', toValue(id) ?? ''),
		query: ({ signal }) => dav.byId(toValue(root)!, toValue(id)!, signal),
		enabled: () => toValue(root) !== null && toValue(id) !== null,
	})
}

/** Files and folders with words in their names. */
export function useNamed(root: MaybeRefOrGetter<string | null>, words: MaybeRefOrGetter<string>): UseQueryReturn<Entry[]> {
	return useQuery({
		key: () => fileKeys.named(toValue(root) ?? '', toValue(words)),
		query: ({ signal }) => dav.named(toValue(root)!, toValue(words), MOST_NAMED, signal),
		enabled: () => toValue(root) !== null && toValue(words) !== '',
	})
}

/** Moves or renames; that it is done is seen by its number. */
function moveTo({ path, id }: Entry, to: string): Promise<unknown> {
	return surely<unknown>(() => dav.move(path, to), async () => (await dav.at(to))?.id === id || null)
}

/** Throws away; that it is done, where there is a trash, by what lies in it. */
function throwAway(entry: Entry, trash: boolean): Promise<unknown> {
	return surely<unknown>(() => dav.remove(entry.path), async () => {
		const gone = (await dav.at(entry.path))?.id !== entry.id
		return (gone && (!trash || trashedOf(await dav.trashed(), entry) !== null)) || null
	})
}

/** Takes out of the trash; `lying` is what lay there before. */
function takeOut(entry: Entry, lying: readonly Trashed[]): Promise<unknown> {
	return surely<unknown>(async () => {
		const thrown = trashedOf(lying, entry)
		if (!thrown) {
			throw new ApiError(404, 'not_in_trash')
		}
		await dav.restore(thrown.name)
	}, async () => (trashedOf(await dav.trashed(), entry) === null && await dav.at(entry.path) !== null) || null)
}

/**
 * All mutations of files. Each call throws an ApiError when refused, and if its answer is lost checks the result before
 * throwing; everything the page shows of files is reloaded.
 */
export function useFileActions() {
	const cache = useQueryCache()
	const aroundAgain = useAroundAgain()

	/** What pages show of files and their sheets may have changed. */
	function changed(): void {
		askAgain(cache, { key: fileKeys.all })
		askAgain(cache, { key: ['library', 'sheets'] })
		aroundAgain()
	}

	function change<Vars, T>(work: (vars: Vars) => Promise<T>) {
		return useMutation({ mutation: (vars: Vars) => work(vars), onSettled: changed }).mutateAsync
	}

	return {
		changed,
		/** A new folder; its number. */
		makeFolder: change(({ folder, name }: { folder: string, name: string }) => {
			const path = pathIn(folder, name.trim())
			return surely(() => dav.makeFolder(path), async () => (await dav.at(path))?.id ?? null)
		}),
		/** Several folders in one, those that are there already left as they are. */
		makeFolders: change(async ({ folder, names }: { folder: string, names: readonly string[] }) => {
			for (const name of names) {
				try {
					await dav.makeFolder(pathIn(folder, name))
				} catch (error) {
					if (!isReason(error, 'exists')) {
						throw error
					}
				}
			}
		}),
		/** Another name in the same folder. */
		rename: change(({ entry, name }: { entry: Entry, name: string }) => moveTo(entry, pathIn(around(entry.path), name.trim()))),
		/** Into another folder, each of them. */
		move: change(({ entries, folder, under }: { entries: readonly Entry[], folder: string, under?: Under }) => each(entries, (entry) => moveTo(entry, pathIn(folder, entry.name)), under)),
		/** A new file made of another; its number. */
		copy: change(({ path, folder, name }: { path: string, folder: string, name: string }) => {
			const to = pathIn(folder, name.trim())
			return surely(async () => {
				await dav.copy(path, to)
				return (await dav.list(to)).self.id
			}, async () => {
				const [from, there] = [await dav.at(path), await dav.at(to)]
				return there && there.size === from?.size ? there.id : null
			})
		}),
		/** Each into the trash bin; permanently if there is none. */
		remove: change(({ entries, trash, under }: { entries: readonly Entry[], trash: boolean, under?: Under }) => each(entries, (entry) => throwAway(entry, trash), under)),
		/** Out of it again. */
		restore: change(async ({ entries, under }: { entries: readonly Entry[], under?: Under }) => {
			const lying = await dav.trashed()
			return each(entries, (entry) => takeOut(entry, lying), under)
		}),
		/** Whether what is thrown away can come back. */
		hasTrash: () => dav.hasTrash(),
		/** The entry with an id; null if there is none. */
		find: (root: string, id: string) => dav.byId(root, id),
		/** What is in a folder now. */
		look: (path: string) => dav.list(path),
	}
}

/** What an upload asks. */
export const uploadPorts: UploadPorts = dav

/** A file to begin from. */
export interface Model {
	id: string
	path: string
	/** Of the file. */
	name: string
	/** Of its sheet, else the name. */
	title: string
}

/** The models of the library: files whose sheet says so, and what is in the folder of models. */
export function useModels(root: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean>): UseQueryReturn<Model[]> {
	return useQuery({
		key: () => [...fileKeys.all, 'models', toValue(root)],
		query: async ({ signal }): Promise<Model[]> => {
			const [{ sheets }, inside] = await Promise.all([
				listSheets({ facet: { kind: ['template'] }, sort: 'title', limit: 100 }, signal),
				insideOf(pathIn(toValue(root), modelsName()), signal),
			])
			const told = sheets.flatMap(({ fileId, title, file }): Model[] => file && !file.folder ? [{ id: fileId, path: `${toValue(root)}${file.path}`, name: file.name, title }] : [])
			const lying = inside.filter(({ folder, id }) => !folder && told.every((model) => model.id !== id))
			return [...told, ...lying.map(({ id, path, name }): Model => ({ id, path, name, title: name }))]
		},
		enabled: () => toValue(wanted),
	})
}

/** The content of a folder; nothing if it does not exist. */
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
