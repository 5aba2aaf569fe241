/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Brought, Choice, Taken, Upload } from '../../files/upload.ts'

import { computed, ref, shallowRef } from 'vue'
import { uploadPorts } from '../../files/queries.ts'
import { again, decided, prepare, progress, send } from '../../files/upload.ts'
import { holdPage } from './holdPage.ts'

type Work = 'idle' | 'looking' | 'asking' | 'sending' | 'stopped' | 'over'

// One for the whole app: it continues while other pages are open.
const state = ref<Work>('idle')
const upload = shallowRef<Upload | null>(null)
const taken = shallowRef<readonly Taken[]>([])
const names = new Map<string, string[]>()
const error = shallowRef<unknown>(null)
const target = ref('')
/** Queue of what was added while another upload was running. */
const waiting = shallowRef<readonly { folder: string, brought: readonly Brought[], done: () => void }[]>([])
let stopping = new AbortController()
let arrived: () => void = () => undefined

/** Files on their way into the library: one upload at a time, which can be stopped and gone on with. */
export function useUpload() {
	const how = computed(() => progress(upload.value ?? { folders: [], items: [] }))

	/** Looks what is there, then sends, or asks first; while another upload is on its way, after it. */
	async function bring(folder: string, brought: readonly Brought[], done: () => void): Promise<void> {
		if (brought.length === 0) {
			return
		}
		if (busy()) {
			waiting.value = [...waiting.value, { folder, brought, done }]
			return
		}
		arrived = done
		target.value = folder
		error.value = null
		state.value = 'looking'
		upload.value = null
		try {
			const { upload: prepared, taken: those } = await prepare(folder, brought, uploadPorts)
			upload.value = prepared
			taken.value = those
			if (those.length > 0) {
				names.clear()
				for (const { there } of those) {
					const around = there.path.slice(0, there.path.lastIndexOf('/')) || '/'
					names.set(around, names.get(around) ?? (await uploadPorts.list(around)).inside.map(({ name }) => name))
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

	/** Goes on with what waits. */
	async function next(): Promise<void> {
		const [one, ...others] = waiting.value
		if (one) {
			waiting.value = others
			await bring(one.folder, one.brought, one.done)
		}
	}

	/** What to do where names are taken, for all of them. */
	async function decide(choice: Choice): Promise<void> {
		upload.value = decided(upload.value!, taken.value, choice, (folder) => names.get(folder) ?? [])
		taken.value = []
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
		const release = holdPage()
		try {
			await send(upload.value, uploadPorts, (now) => {
				upload.value = now
			}, stopping.signal)
			state.value = 'over'
		} catch (thrown) {
			error.value = stopping.signal.aborted ? null : thrown
			state.value = 'stopped'
		} finally {
			release()
			arrived()
		}
		// Failures stay until they are read.
		if (state.value === 'over' && how.value.failed.length === 0) {
			await next()
		}
	}

	return {
		state,
		upload,
		taken,
		error,
		target,
		how,
		/** How many files wait for the end of this upload. */
		behind: computed(() => waiting.value.reduce((sum, { brought }) => sum + brought.filter(({ file }) => file !== null).length, 0)),
		bring,
		decide,
		resume: run,
		/** Tries again what failed. */
		async retry(): Promise<void> {
			upload.value = again(upload.value!)
			await run()
		},
		stop: () => stopping.abort(new DOMException('Stopped', 'AbortError')),
		/** Forgets it; what has arrived stays, and what waits is next. */
		forget(): void {
			state.value = 'idle'
			upload.value = null
			taken.value = []
			error.value = null
			void next()
		},
	}
}

function busy(): boolean {
	return ['looking', 'asking', 'sending', 'stopped'].includes(state.value)
}
