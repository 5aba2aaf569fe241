/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { onScopeDispose } from 'vue'

/**
 * Calls a function with the last arguments after a pause, and never after its component is unmounted.
 *
 * @param run what to call
 * @param wait in milliseconds
 */
export function useDebounced<Args extends unknown[]>(run: (...args: Args) => unknown, wait: number): ((...args: Args) => void) & { cancel: () => void } {
	let timer: ReturnType<typeof setTimeout> | undefined
	const cancel = () => clearTimeout(timer)
	onScopeDispose(cancel)
	return Object.assign((...args: Args) => {
		cancel()
		timer = setTimeout(() => run(...args), wait)
	}, { cancel })
}
