/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'

import { onScopeDispose, readonly, ref, shallowRef } from 'vue'
import { isReason } from '../../../api/apiError.ts'

/** Pause in writing before saving, in milliseconds. */
const PAUSE = 800
/** Delays before the next attempts after a failure, in milliseconds; the last one is repeated. */
const RETRY = [5_000, 15_000, 60_000]
/** Errors for which repeating does not help. */
const FINAL = ['not_found', 'not_yours', 'not_allowed']

/** Result of a save: nothing to do, done, or the rest must be sent immediately because the server accepted only part. */
export type Saved = 'nothing' | 'done' | 'again'

interface Autosave {
	/** A save is scheduled or running. */
	saving: Readonly<Ref<boolean>>
	/** When it was last saved, in milliseconds since 1970; null before. */
	saved: Readonly<Ref<number | null>>
	/** Why the last attempt failed; null after a success. */
	failure: Readonly<Ref<unknown>>
	/** Something changed: it is saved after a pause in typing. */
	touch: () => void
	/** Saves pending changes immediately; resolves when all is saved, or cannot be. */
	flush: () => Promise<void>
}

/**
 * Saves during typing: after a pause, one request at a time, again after a failure and as soon as there is a network.
 *
 * @param pending whether there is anything to save
 * @param save saves what can be saved; throws on failure
 */
export function useAutosave(pending: () => boolean, save: () => Promise<Saved>): Autosave {
	const saving = ref(false)
	const saved = ref<number | null>(null)
	const failure = shallowRef<unknown>(null)
	let timer: ReturnType<typeof setTimeout> | undefined
	let running: Promise<void> | null = null
	/** Requested during a save: runs right after it. */
	let wanted = false
	/** Something changed since the last request left. */
	let due = false
	let failures = 0
	let over = false

	function schedule(delay: number): void {
		clearTimeout(timer)
		if (!over) {
			timer = setTimeout(() => void flush(), delay)
		}
	}

	function touch(): void {
		due = true
		saving.value = true
		schedule(PAUSE)
	}

	function flush(): Promise<void> {
		clearTimeout(timer)
		if (!running && !pending()) {
			due = false
			saving.value = false
			return Promise.resolve()
		}
		wanted = true
		running ??= run().finally(() => {
			running = null
		})
		return running
	}

	async function run(): Promise<void> {
		saving.value = true
		try {
			for (let outcome: Saved = 'nothing'; wanted || outcome === 'again';) {
				wanted = false
				due = false
				outcome = await save()
				saved.value = outcome === 'done' ? Date.now() : saved.value
			}
			failures = 0
			failure.value = null
		} catch (error) {
			failure.value = error
			if (!isReason(error, ...FINAL)) {
				schedule(RETRY[Math.min(failures++, RETRY.length - 1)]!)
			}
		} finally {
			wanted = false
			saving.value = due
		}
	}

	function retryOnline(): void {
		if (failure.value !== null) {
			void flush()
		}
	}

	window.addEventListener('online', retryOnline)
	onScopeDispose(() => {
		over = true
		window.removeEventListener('online', retryOnline)
		clearTimeout(timer)
	})

	return { saving: readonly(saving), saved: readonly(saved), failure, touch, flush }
}
