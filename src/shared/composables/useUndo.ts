/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'

import { computed, shallowRef } from 'vue'

export interface Told {
	/** What was done, as a sentence. */
	text: string
	/** Takes it back; throws when it cannot. */
	undo?: () => Promise<unknown>
}

/** The page itself: what is done anywhere in it, but in a part that has a place of its own. */
const PAGE = Symbol('page')

const last = shallowRef<Told & { place: symbol } | null>(null)

interface Undo {
	/** What was done last, while it can still be taken back, if it was done here. */
	told: ComputedRef<Told | null>
	/** Says what was done here and offers to take it back; whatever was told before, wherever, gives way. */
	tell: (text: string, undo?: Told['undo']) => void
	dismiss: () => void
}

/**
 * Where the page says what was just done: doing first and taking back beats asking first. One thing is told at a time, where it was done.
 *
 * @param place of a part of a page that tells by itself what is done in it, as there may be several of
 */
export function useUndo(place = PAGE): Undo {
	return {
		told: computed(() => last.value?.place === place ? last.value : null),
		tell(text, undo) {
			last.value = { text, undo, place }
		},
		dismiss() {
			last.value = null
		},
	}
}
