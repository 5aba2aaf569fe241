/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Entry } from '../../files/model.ts'
import type { FolderTree } from '../../files/tree.ts'
import type { Library } from '../../model.ts'

import { getLanguage } from '@nextcloud/l10n'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { isReason } from '../../../api/apiError.ts'
import { OWN, rightsOf } from '../../files/model.ts'
import { nameOf, parentPath, pathsBetween } from '../../files/names.ts'
import { isPlace, placeOf, queryOf } from '../../files/place.ts'
import { useEntry, useFileActions, useFolder, useFolders } from '../../files/queries.ts'
import { ancestorIds, buildTree, withChildren } from '../../files/tree.ts'
import { useLibrary } from '../../sheet/queries.ts'

type Root = NonNullable<Library['root']>

/** The current place in the library: the address has ids, the files have paths. */
export function usePlace(root: () => Root) {
	const route = useRoute()
	const router = useRouter()
	const { path: page } = route
	const language = getLanguage()
	const { look } = useFileActions()

	// While navigating to another page, or to the stories, the route is already the new one.
	const place = computed<ReturnType<typeof placeOf>>((last) => last && (route.path !== page || !isPlace(route.query)) ? last : placeOf(route.query))

	const all = useFolders(() => root().path)
	/** The root folder, as far as our server knows it before the files load. */
	const outermost = computed<Entry>(() => {
		const { id, path, can } = root()
		return { id, path, name: nameOf(path), folder: true, mime: '', size: 0, mtime: 0, etag: '', preview: false, rights: rightsOf(can.write ? 'CK' : '', true), ownership: OWN }
	})
	const plain = computed<FolderTree>(() => buildTree(outermost.value, all.data.value?.folders ?? [], all.data.value?.complete ?? false, language))

	// Requested on its own if the tree does not know the id in the address: in parallel with the tree, not after it.
	const asked = computed(() => place.value.folder ?? place.value.file)
	const unknown = computed(() => asked.value !== null && !plain.value.byId.has(asked.value) ? asked.value : null)
	const found = useEntry(() => root().path, unknown)

	/** Path of the open folder; undefined: not known yet; null: it does not exist. */
	const path = computed<string | null | undefined>(() => {
		const id = asked.value
		if (id === null) {
			return root().path
		}
		const known = plain.value.byId.get(id)
		if (known) {
			return known.path
		}
		const entry = found.data.value
		return entry === null ? null : entry?.id !== id ? undefined : entry.folder ? entry.path : parentPath(entry.path)
	})
	const inside = useFolder(() => path.value ?? null)

	// A folder that is no longer at its path may be at another: the library's folder was renamed or removed.
	const library = useLibrary()
	watch([all.error, inside.error], (errors) => {
		if (errors.some((error) => isReason(error, 'not_found', 'refused'))) {
			void library.refetch()
		}
	})

	/** Folders loaded level by level, if there are too many for one request. */
	const looked = ref<ReadonlyMap<string, readonly Entry[]>>(new Map())
	watch(inside.data, (listed) => {
		if (listed) {
			looked.value = new Map(looked.value).set(listed.self.path, listed.inside)
		}
	}, { immediate: true })
	const folders = computed<FolderTree>(() => all.data.value?.complete
		? plain.value
		: [...looked.value].reduce((known, [folder, entries]) => withChildren(known, folder, entries, language), plain.value))

	const open = ref<ReadonlySet<string>>(new Set())
	/** The folder that was expanded by opening it: collapsed again, it stays collapsed. */
	let opened: string | undefined
	watch([path, folders], () => {
		// The current folder is visible, with its content.
		if (path.value) {
			const entry = [...folders.value.byId.values()].find((one) => one.path === path.value)
			const ids = [...ancestorIds(folders.value, path.value), ...entry && entry.id !== opened ? [entry.id] : []].filter((id) => !open.value.has(id))
			opened = entry?.id ?? opened
			if (ids.length > 0) {
				open.value = new Set([...open.value, ...ids])
			}
		}
	}, { immediate: true })

	/** Folders from the root to the open one; without an id if it is unknown. */
	const trail = computed<{ path: string, name: string, id: string | null }[]>(() => {
		const byPath = new Map([...folders.value.byId.values()].map((entry) => [entry.path, entry.id]))
		return pathsBetween(root().path, path.value ?? root().path).map((one) => ({ path: one, name: nameOf(one), id: byPath.get(one) ?? null }))
	})

	/** Why the last folder could not be loaded. */
	const showError = shallowRef<unknown>(null)

	async function show(ids: readonly string[]): Promise<void> {
		showError.value = null
		open.value = new Set([...open.value, ...ids])
		for (const id of ids) {
			const entry = folders.value.byId.get(id)
			try {
				if (entry && !folders.value.inside.has(entry.path)) {
					looked.value = new Map(looked.value).set(entry.path, (await look(entry.path)).inside)
				}
			} catch (error) {
				// After closing it can be opened again.
				hide(id)
				showError.value = error
				return
			}
		}
	}

	function hide(id: string): void {
		open.value = new Set([...open.value].filter((one) => one !== id))
	}

	function retry(): Promise<unknown> {
		showError.value = null
		return Promise.all([all.refetch(), found.refetch(), inside.refetch()])
	}

	return {
		place,
		path,
		inside,
		folders,
		open,
		trail,
		foldersError: computed(() => all.error.value ?? showError.value),
		findError: found.error,
		retry,
		/** Opens a folder, as a step in the browser's history. */
		enter: (folder: string) => void router.push({ path: page, query: queryOf(route.query, { folder: folder === root().id ? null : folder, file: null }) }),
		/** Selects a file, or none. */
		choose: (file: string | null) => void router.replace({ path: page, query: queryOf(route.query, { folder: place.value.folder ?? idOf(), file }) }),
		show,
		hide,
	}

	/** Id of the open folder, if the address contained only a file. */
	function idOf(): string | null {
		const id = inside.data.value?.self.id
		return id === undefined || id === root().id ? null : id
	}
}
