/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'

import { computed, shallowRef } from 'vue'

export interface UndoMessage {
	/** What was done, as a sentence. */
	text: string
	/** Takes it back; throws when it cannot. */
	undo?: () => Promise<unknown>
}

/** The page itself: what is done anywhere in it, but in a part that has a place of its own. */
const PAGE = Symbol('page')

/** Milliseconds within which one is led to the page a message is about; later the page is left. */
const LED = 2000

const last = shallowRef<UndoMessage & { place: symbol, at: number } | null>(null)

interface Undo {
	/** What was done last, while it can still be taken back, if it was done here. */
	message: ComputedRef<UndoMessage | null>
	/** Shows what was done here and offers undo; replaces the previous message, wherever it is. */
	tell: (text: string, undo?: UndoMessage['undo']) => void
	dismiss: () => void
	/** The page is left: what was said on it does not follow, unless it led to the next one. */
	leave: () => void
}

/**
 * Shows what was just done: doing first with undo is better than asking first. One message at a time, where it was done.
 *
 * @param place a part of a page that shows its own messages, as there may be several
 */
export function useUndo(place = PAGE): Undo {
	return {
		message: computed(() => last.value?.place === place ? last.value : null),
		tell(text, undo) {
			last.value = { text, undo, place, at: performance.now() }
		},
		dismiss() {
			last.value = null
		},
		leave() {
			if (last.value && performance.now() - last.value.at > LED) {
				last.value = null
			}
		},
	}
}
