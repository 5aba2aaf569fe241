/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'

import { computed, shallowRef } from 'vue'

export interface UndoMessage {
	/** What was done, as a sentence. */
	text: string
	/** Undoes it; throws if that fails. */
	undo?: () => Promise<unknown>
}

/** The page itself, for everything but the parts with their own place. */
const PAGE = Symbol('page')

/** Milliseconds in which an action may navigate and keep its message; a later navigation drops it. */
const NAVIGATION = 2000

const last = shallowRef<UndoMessage & { place: symbol, at: number } | null>(null)

interface Undo {
	/** The last message of this place, while it is shown. */
	message: ComputedRef<UndoMessage | null>
	/** Shows a message with an optional undo; replaces the previous one, wherever it is. */
	show: (text: string, undo?: UndoMessage['undo']) => void
	dismiss: () => void
	/** Drops the message when the page changes, unless its action led to the new page. */
	leave: () => void
}

/**
 * Messages with undo, which are better than asking first. Only one is shown at a time, where the action was.
 *
 * @param place a part of the page that shows its own messages
 */
export function useUndo(place = PAGE): Undo {
	return {
		message: computed(() => last.value?.place === place ? last.value : null),
		show(text, undo) {
			last.value = { text, undo, place, at: performance.now() }
		},
		dismiss() {
			last.value = null
		},
		leave() {
			if (last.value && performance.now() - last.value.at > NAVIGATION) {
				last.value = null
			}
		},
	}
}
