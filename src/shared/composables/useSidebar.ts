/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'

import { onBeforeUnmount, onMounted, readonly, ref } from 'vue'

/** Below this width in pixels the sidebar covers the page. */
export const SIDEBAR_COVERS_BELOW = 1024

/** Number of page parts in the sidebar. */
const overrides = ref(0)

/** Declares that a component is in the sidebar while mounted, instead of the Réseau panel. */
export function useSidebarOverride(): void {
	onMounted(() => {
		overrides.value++
	})
	onBeforeUnmount(() => {
		overrides.value--
	})
}

/** Whether a page shows something in the sidebar. */
export function useSidebar(): { held: Readonly<Ref<number>> } {
	return { held: readonly(overrides) }
}
