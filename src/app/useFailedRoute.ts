/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'
import type { Failure } from '../shared/failure.ts'

import { onUnmounted, readonly, shallowRef } from 'vue'
import { useRouter } from 'vue-router'

/** A page that could not be loaded: the router stays at the previous one, or at none. */
export function useFailedRoute(): { failed: Readonly<Ref<Failure | null>>, retry: () => void } {
	const router = useRouter()
	const failed = shallowRef<Failure | null>(null)
	let wanted = ''

	const stops = [
		router.onError((error, to) => {
			wanted = to.fullPath
			failed.value = { error, loading: true, where: ['route', String(to.name ?? '')].filter(Boolean).join(' · ') }
		}),
		// Also when going back to the page that is still the current one.
		router.afterEach(() => {
			failed.value = null
		}),
	]
	onUnmounted(() => stops.forEach((stop) => stop()))

	return {
		failed: readonly(failed),
		retry() {
			// If it fails again, the same message is shown.
			router.push(wanted).catch(() => {})
		},
	}
}
