/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { FileAction } from '../../files/actions.ts'
import type { Entry } from '../../files/model.ts'

import { ref, shallowRef } from 'vue'
import { useAction } from '../../../shared/composables/useAction.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { t } from '../../../shared/l10n.ts'
import { around } from '../../files/names.ts'
import { fileUrl, useFileActions } from '../../files/queries.ts'

/** Asks for more before it is done: which dialog is open. */
type Asking = 'rename' | 'move' | 'copy' | 'remove' | null

/** What one does with one file or folder of a list; taken back where that can be. */
export function useFileWork(on: { enter: (entry: Entry) => void, choose: (entry: Entry) => void, left: (entry: Entry) => void }) {
	const actions = useFileActions()
	const { tell } = useUndo()
	const asking = ref<Asking>(null)
	/** What it is done with. */
	const entry = shallowRef<Entry | null>(null)

	const removing = useAction(async (one: Entry) => {
		const back = await actions.remove(one)
		on.left(one)
		tell(t('reseau', '“{name}” is in the trash.', { name: one.name }), back)
	})

	/** Where there is no trash it would be gone for good: then one is asked. */
	const startRemoving = useAction(async (one: Entry) => {
		if (await actions.hasTrash()) {
			await removing.run(one)
		} else {
			asking.value = 'remove'
		}
	})

	function open(one: Entry): void {
		if (one.folder) {
			on.enter(one)
		} else {
			window.location.assign(fileUrl(one.id))
		}
	}

	function act(action: FileAction, one: Entry): void {
		entry.value = one
		if (action === 'open') {
			open(one)
		} else if (action === 'files') {
			window.location.assign(fileUrl(one.id))
		} else if (action === 'sheet') {
			on.choose(one)
		} else if (action === 'remove') {
			void startRemoving.run(one)
		} else {
			asking.value = action
		}
	}

	async function rename(name: string): Promise<void> {
		const { path, name: before } = entry.value!
		if (name === before) {
			return
		}
		await actions.rename({ path, name })
		tell(t('reseau', '“{before}” is now called “{name}”.', { before, name }), () => actions.rename({ path: `${around(path) === '/' ? '' : around(path)}/${name}`, name: before }))
	}

	async function move(folder: Entry): Promise<void> {
		const { path, name } = entry.value!
		await actions.move({ path, folder: folder.path })
		on.left(entry.value!)
		tell(t('reseau', '“{name}” is now in “{folder}”.', { name, folder: folder.name }), () => actions.move({ path: `${folder.path}/${name}`, folder: around(path) }))
	}

	async function copy(name: string): Promise<void> {
		const { path } = entry.value!
		await actions.copy({ path, folder: around(path), name })
		tell(t('reseau', '“{name}” is made.', { name }))
	}

	async function removeForGood(): Promise<void> {
		const one = entry.value!
		await actions.remove(one)
		asking.value = null
		on.left(one)
		tell(t('reseau', '“{name}” is deleted.', { name: one.name }))
	}

	return { asking, entry, act, open, rename, move, copy, removeForGood, removing, startRemoving }
}
