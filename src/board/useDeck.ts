/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { Session } from '../settings/index.ts'

import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useSession } from '../settings/index.ts'
import { withLocalStorage } from '../shared/lib/draftStore.ts'

/** Informs the other pages of this browser. */
const OPENED = 'reseau.deck'

/** Whether a person who had never used Deck opened it, on this page or another one in this browser. */
const useOpened = defineStore('deck', () => {
	const opened = shallowRef(false)
	const { uid } = useSession()
	window.addEventListener('storage', ({ key, newValue }) => {
		opened.value ||= key === OPENED && newValue === uid
	})
	return { opened }
})

/**
 * Whether the person can use Deck, and whether it may be queried: the first request creates a welcome board, which nobody should get
 * unless they wanted to see a board.
 */
export function useDeck(): { state: ComputedRef<Session['deck']>, open: () => void } {
	const session = useSession()
	const store = useOpened()
	return {
		state: computed(() => session.deck === 'new' && store.opened ? 'used' : session.deck),
		open() {
			if (store.opened) {
				return
			}
			store.opened = true
			withLocalStorage((storage) => {
				storage.setItem(OPENED, session.uid)
				storage.removeItem(OPENED)
			})
		},
	}
}
