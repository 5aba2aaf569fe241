/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'

import { onScopeDispose, readonly, ref } from 'vue'

/** Whether the window is narrower than this: by default as narrow as a phone, where base.css enlarges touch targets. */
export function useNarrow(pixels = 600): Readonly<Ref<boolean>> {
	const query = window.matchMedia(`(width < ${pixels}px)`)
	const narrow = ref(query.matches)
	const follow = () => {
		narrow.value = query.matches
	}
	query.addEventListener('change', follow)
	onScopeDispose(() => query.removeEventListener('change', follow))
	return readonly(narrow)
}
