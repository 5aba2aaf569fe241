/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ConflictChoice, LocalItem, NameConflict, Upload } from '../../files/upload.ts'

import { computed, ref, shallowRef } from 'vue'
import { parentPath } from '../../files/names.ts'
import { uploadPorts } from '../../files/queries.ts'
import { planUpload, progress, resolveConflicts, retryFailed, runUpload } from '../../files/upload.ts'
import { warnBeforeUnload } from './warnBeforeUnload.ts'

type Work = 'idle' | 'looking' | 'asking' | 'sending' | 'stopped' | 'over'

// Shared by the whole app: an upload continues while other pages are open.
const state = ref<Work>('idle')
const upload = shallowRef<Upload | null>(null)
const conflicts = shallowRef<readonly NameConflict[]>([])
const names = new Map<string, string[]>()
const error = shallowRef<unknown>(null)
const target = ref('')
/** Items added while another upload was running. */
const queue = shallowRef<readonly { folder: string, localItems: readonly LocalItem[], done: () => void }[]>([])
let stopping = new AbortController()
let onFinished: () => void = () => undefined

/** Uploads files to the library: one upload at a time, which can be stopped and resumed. */
export function useUpload() {
	const status = computed(() => progress(upload.value ?? { folders: [], items: [] }))

	/** Starts an upload, or asks first if names are taken; queues it while another one is running. */
	async function add(folder: string, localItems: readonly LocalItem[], done: () => void): Promise<void> {
		if (localItems.length === 0) {
			return
		}
		if (busy()) {
			queue.value = [...queue.value, { folder, localItems, done }]
			return
		}
		onFinished = done
		target.value = folder
		error.value = null
		state.value = 'looking'
		upload.value = null
		try {
			const { upload: planned, conflicts: found } = await planUpload(folder, localItems, uploadPorts)
			upload.value = planned
			conflicts.value = found
			if (found.length > 0) {
				names.clear()
				for (const { existing } of found) {
					const folderPath = parentPath(existing.path)
					names.set(folderPath, names.get(folderPath) ?? (await uploadPorts.list(folderPath)).inside.map(({ name }) => name))
				}
				state.value = 'asking'
				return
			}
		} catch (thrown) {
			error.value = thrown
			state.value = 'stopped'
			return
		}
		await run()
	}

	/** Starts the next upload of the queue. */
	async function next(): Promise<void> {
		const [one, ...others] = queue.value
		if (one) {
			queue.value = others
			await add(one.folder, one.localItems, one.done)
		}
	}

	/** Applies a choice to all files whose names are taken. */
	async function decide(choice: ConflictChoice): Promise<void> {
		upload.value = resolveConflicts(upload.value!, conflicts.value, choice, (folder) => names.get(folder) ?? [])
		conflicts.value = []
		await run()
	}

	async function run(): Promise<void> {
		if (!upload.value) {
			state.value = 'idle'
			return
		}
		error.value = null
		state.value = 'sending'
		stopping = new AbortController()
		const release = warnBeforeUnload()
		try {
			await runUpload(upload.value, uploadPorts, (now) => {
				upload.value = now
			}, stopping.signal)
			state.value = 'over'
		} catch (thrown) {
			error.value = stopping.signal.aborted ? null : thrown
			state.value = 'stopped'
		} finally {
			release()
			onFinished()
		}
		// Failures stay until they are dismissed.
		if (state.value === 'over' && status.value.failed.length === 0) {
			await next()
		}
	}

	return {
		state,
		upload,
		conflicts,
		error,
		target,
		status,
		/** Number of files queued after this upload. */
		queued: computed(() => queue.value.reduce((sum, { localItems }) => sum + localItems.filter(({ file }) => file !== null).length, 0)),
		add,
		decide,
		resume: run,
		/** Retries what failed. */
		async retry(): Promise<void> {
			upload.value = retryFailed(upload.value!)
			await run()
		},
		stop: () => stopping.abort(new DOMException('Stopped', 'AbortError')),
		/** Discards the upload, keeping what was uploaded, and starts the next one. */
		dismiss(): void {
			state.value = 'idle'
			upload.value = null
			conflicts.value = []
			error.value = null
			void next()
		},
	}
}

function busy(): boolean {
	return ['looking', 'asking', 'sending', 'stopped'].includes(state.value)
}
