/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'

import { onBeforeUnmount, onMounted, readonly, ref } from 'vue'

/** Below that many pixels what stands beside a page lies over it. */
export const COVERS = 1024

/** How many things of a page stand beside it. */
const held = ref(0)

/** Says that a component stands beside the page as long as it is there, in the place of the Réseau panel. */
export function useHeldAside(): void {
	onMounted(() => {
		held.value++
	})
	onBeforeUnmount(() => {
		held.value--
	})
}

/** Whether a page has put something beside itself. */
export function useAside(): { held: Readonly<Ref<number>> } {
	return { held: readonly(held) }
}
