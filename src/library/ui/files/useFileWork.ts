/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileAction } from '../../files/actions.ts'
import type { BatchResult } from '../../files/forEachEntry.ts'
import type { Entry } from '../../files/model.ts'

import { onScopeDispose, shallowRef } from 'vue'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { n, t } from '../../../shared/l10n.ts'
import { joinPath, parentPath } from '../../files/names.ts'
import { fileUrl, useFileActions } from '../../files/queries.ts'
import { useJobs } from './useJobs.ts'
import { useOpenDialog } from './useOpenDialog.ts'

/** Requires more input before it is done. */
export type Asking = 'rename' | 'move' | 'copy' | 'remove'

/** Actions on one or several files and folders of a list; with undo if possible. */
export function useFileWork(on: { enter: (entry: Entry) => void, choose: (entry: Entry) => void, left: (entries: readonly Entry[]) => void }) {
	const actions = useFileActions()
	const { show } = useUndo()
	const { run, report } = useJobs()
	const { asking, asked } = useOpenDialog<Asking>()
	/** The entries of the action. */
	const entries = shallowRef<readonly Entry[]>([])

	// Long actions: the person may have opened another page in the meantime.
	let here = true
	onScopeDispose(() => {
		here = false
	})

	function leave(done: readonly Entry[]): void {
		if (here) {
			on.left(done)
		}
	}

	function open(one: Entry): void {
		if (one.folder) {
			on.enter(one)
		} else {
			window.location.assign(fileUrl(one.id))
		}
	}

	function act(action: FileAction, those: readonly Entry[]): void {
		entries.value = those
		const one = those[0]!
		if (action === 'open') {
			open(one)
		} else if (action === 'files') {
			window.location.assign(fileUrl(one.id))
		} else if (action === 'sheet') {
			on.choose(one)
		} else if (action === 'remove') {
			void startRemoving(those)
		} else {
			asking.value = action
		}
	}

	async function rename(name: string): Promise<void> {
		const entry = entries.value[0]!
		const { path, name: before } = entry
		if (name === before) {
			return
		}
		await actions.rename({ entry, name })
		show(t('reseau', '“{before}” is now called “{name}”.', { before, name }), () => actions.rename({ entry: { ...entry, path: joinPath(parentPath(path), name) }, name: before }))
	}

	async function copy(name: string): Promise<void> {
		const { path } = entries.value[0]!
		await actions.copy({ path, folder: parentPath(path), name })
		show(t('reseau', '“{name}” was created.', { name }))
	}

	/** Undoes an action on some files; those that refuse can be tried again. */
	function undoFor(done: readonly Entry[], work: (entries: readonly Entry[]) => Promise<BatchResult>): () => Promise<void> {
		let left = done
		return async () => {
			const { done: taken, failed } = await work(left)
			left = left.filter((entry) => !taken.includes(entry))
			if (failed.length > 0) {
				report({ undone: (count) => n('reseau', 'Could not restore %n item:', 'Could not restore %n items:', count) }, failed)
				throw failed[0]!.error
			}
		}
	}

	async function move(folder: Entry): Promise<void> {
		asking.value = null
		const words = {
			label: t('reseau', 'Moving to “{folder}”', { folder: folder.name }),
			undone: (count: number) => n('reseau', 'Could not move %n item:', 'Could not move %n items:', count),
		}
		await run('move', entries.value, words, (those, under) => actions.move({ entries: those, folder: folder.path, under }), (done) => {
			leave(done)
			const from = parentPath(done[0]!.path)
			const there = done.map((entry) => ({ ...entry, path: joinPath(folder.path, entry.name) }))
			show(
				done.length === 1
					? t('reseau', '“{name}” was moved to “{folder}”.', { name: done[0]!.name, folder: folder.name })
					: n('reseau', '%n item is now in “{folder}”.', '%n items are now in “{folder}”.', done.length, { folder: folder.name }),
				undoFor(there, (those) => actions.move({ entries: those, folder: from })),
			)
		})
	}

	const notDeleted = (count: number) => n('reseau', 'Could not delete %n item:', 'Could not delete %n items:', count)

	async function remove(those: readonly Entry[], trash: boolean): Promise<void> {
		asking.value = null
		const words = { label: t('reseau', 'Deleting'), undone: notDeleted }
		await run('remove', those, words, (some, under) => actions.remove({ entries: some, trash, under }), (done) => {
			leave(done)
			const [{ name }] = done as [Entry]
			if (trash) {
				show(
					done.length === 1 ? t('reseau', '“{name}” was moved to the trash.', { name }) : n('reseau', '%n item is in the trash.', '%n items are in the trash.', done.length),
					undoFor(done, (some) => actions.restore({ entries: some })),
				)
			} else {
				show(done.length === 1 ? t('reseau', '“{name}” was deleted.', { name }) : n('reseau', '%n item deleted.', '%n items deleted.', done.length))
			}
		})
	}

	/** Without a trash bin deletion is permanent, so ask first. */
	async function startRemoving(those: readonly Entry[]): Promise<void> {
		let trash
		try {
			trash = await actions.hasTrash()
		} catch (error) {
			report({ undone: notDeleted }, those.map(({ path }) => ({ path, error })))
			return
		}
		if (trash) {
			await remove(those, true)
		} else {
			asking.value = 'remove'
		}
	}

	return { asking, asked, entries, act, open, rename, move, copy, removeForGood: () => remove(entries.value, false) }
}
