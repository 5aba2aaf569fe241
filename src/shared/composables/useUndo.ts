/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ShallowRef } from 'vue'

import { shallowReadonly, shallowRef } from 'vue'

export interface Told {
	/** What was done, as a sentence. */
	text: string
	/** Takes it back; throws when it cannot. */
	undo?: () => Promise<unknown>
}

const told = shallowRef<Told | null>(null)

interface Undo {
	/** What was done last, while it can still be taken back. */
	told: Readonly<ShallowRef<Told | null>>
	/** Says what was done and offers to take it back. */
	tell: (text: string, undo?: Told['undo']) => void
	dismiss: () => void
}

/** The one place where the page says what was just done: doing first and taking back beats asking first. */
export function useUndo(): Undo {
	return {
		told: shallowReadonly(told),
		tell(text, undo) {
			told.value = { text, undo }
		},
		dismiss() {
			told.value = null
		},
	}
}
