/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { onMounted, onUnmounted } from 'vue'

/** Milliseconds between two requests. */
const EVERY = 10_000

/** Refetches from time to time while the page is visible. */
export function useLightPoll(look: () => unknown): void {
	let timer: ReturnType<typeof setInterval> | undefined
	onMounted(() => {
		timer = setInterval(() => {
			if (document.visibilityState === 'visible') {
				look()
			}
		}, EVERY)
	})
	onUnmounted(() => clearInterval(timer))
}
