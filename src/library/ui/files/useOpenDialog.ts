/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref, WritableComputedRef } from 'vue'

import { computed, ref } from 'vue'

/** Which of a page's dialogs is open, one at most. */
export function useOpenDialog<Key extends string>(): { asking: Ref<Key | null>, asked: (key: Key) => WritableComputedRef<boolean> } {
	const asking = ref<Key | null>(null) as Ref<Key | null>
	return {
		asking,
		/** Whether it is this one; for its `v-model:open`. */
		asked: (key) => computed({
			get: () => asking.value === key,
			set: (now) => {
				asking.value = now ? key : null
			},
		}),
	}
}
