/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Draft } from './draft.ts'

/** Minutes under review, as a tab keeps them for a reload. */
export interface StoredReview {
	/** The account of the review: another account in the same tab does not get it. */
	uid: string
	name: string
	hash: string
	text: string
	draft: Draft
	/** Their number on the server, once they were confirmed. */
	minutes: number | null
}

/**
 * Names the form of what is kept: after an update of the app that changed it, the text has to be given again.
 *
 * Roster and addresses are in it. That is why it is the storage of this tab alone, which ends with it, and never the one that all tabs share and
 * that outlives them.
 */
const KEY = 'reseau-minutes-2'

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Whether there was room for it. */
export function storeReview(store: Store, kept: StoredReview): boolean {
	try {
		store.setItem(KEY, JSON.stringify(kept))
		return true
	} catch {
		// No room, or the browser keeps nothing: an earlier state would be a lie.
		clearReview(store)
		return false
	}
}

/** What this account left here; what another left goes. */
export function loadReview(store: Store, uid: string): StoredReview | null {
	try {
		const kept = JSON.parse(store.getItem(KEY) ?? 'null') as StoredReview | null
		if (kept?.uid === uid) {
			return kept
		}
	} catch {
		// Nothing that can be read.
	}
	clearReview(store)
	return null
}

/** Leaves nothing of it in the tab. */
export function clearReview(store: Store): void {
	try {
		store.removeItem(KEY)
	} catch {
		// A browser that keeps nothing has nothing to forget.
	}
}
