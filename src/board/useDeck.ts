/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { Session } from '../settings/index.ts'

import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useSession } from '../settings/index.ts'

/** Whether Deck was opened on this page by somebody who had never used it. */
const useOpened = defineStore('deck', () => {
	const opened = shallowRef(false)
	return { opened }
})

/**
 * Whether there is Deck for me, and whether it may be asked something: the first question makes a board of welcome, which nobody gets
 * unless they wanted to see a board.
 */
export function useDeck(): { state: ComputedRef<Session['deck']>, open: () => void } {
	const session = useSession()
	const store = useOpened()
	return {
		state: computed(() => session.deck === 'new' && store.opened ? 'used' : session.deck),
		open() {
			store.opened = true
		},
	}
}
