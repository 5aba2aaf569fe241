/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, ShallowRef } from 'vue'

import { computed, shallowRef } from 'vue'
import { ApiError } from '../../api/apiError.ts'
import { sentenceOf } from '../reasons.ts'

/** Result of an action; `error` is null if it was already running. */
export type Outcome<T> = { done: true, value: T } | { done: false, error: unknown }

export interface Action<Args extends unknown[], T> {
	/** Runs it, once at a time; a failure is in `sentence` and in the return value, not thrown. */
	run: (...args: Args) => Promise<Outcome<T>>
	pending: Readonly<ShallowRef<boolean>>
	/** The last error, null after a success. */
	error: Readonly<ShallowRef<unknown>>
	/** The error in words, empty after a success. */
	sentence: ComputedRef<string>
	/** Clears the error. */
	clear: () => void
}

/**
 * An action of a person: whether it is running and, if it fails, why, in a sentence.
 *
 * @param work the action; it throws on failure
 */
export function useAction<Args extends unknown[], T>(work: (...args: Args) => Promise<T>): Action<Args, T> {
	const pending = shallowRef(false)
	const error = shallowRef<unknown>(null)
	const sentence = computed(() => error.value === null ? '' : sentenceOf(error.value))

	async function run(...args: Args): Promise<Outcome<T>> {
		if (pending.value) {
			return { done: false, error: null }
		}
		pending.value = true
		error.value = null
		try {
			return { done: true, value: await work(...args) }
		} catch (thrown) {
			error.value = thrown
			if (!(thrown instanceof ApiError)) {
				// eslint-disable-next-line no-console -- not a refusal but a bug of ours: developers need its trace
				console.error(thrown)
			}
			return { done: false, error: thrown }
		} finally {
			pending.value = false
		}
	}

	function clear(): void {
		error.value = null
	}

	return { run, pending, error, sentence, clear }
}
