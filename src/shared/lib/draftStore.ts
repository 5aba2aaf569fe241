/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The part of the browser's storage a draft needs. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The key of a draft: a card by its id, other things by a word of their own and their id. */
export interface DraftOwner {
	uid: string
	thing: number | string
}

/** After that long a draft says more about the past than about what the person wants. */
export const EXPIRY = 30 * 24 * 60 * 60 * 1000

const PREFIX = 'reseau.draft.'

/** Under what name a draft is kept. */
export const keyOf = ({ uid, thing }: DraftOwner) => `${PREFIX}${encodeURIComponent(uid)}.${thing}`

/** Does something with the browser's storage; false where the browser refuses it, or has no room left. */
export function withLocalStorage(action: (storage: Storage) => void): boolean {
	try {
		action(localStorage)
		return true
	} catch {
		return false
	}
}

/** Takes the draft out of this browser. */
export function deleteDraft(storage: DraftStorage, owner: DraftOwner): void {
	storage.removeItem(keyOf(owner))
}

/** Removes drafts that are too old, of any account: on a shared computer the account may never come back. */
export function deleteExpiredDrafts(storage: Storage, now: number): void {
	Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
		.filter((key) => key.startsWith(PREFIX) && !(writtenAt(storage.getItem(key)) + EXPIRY >= now))
		.forEach((key) => storage.removeItem(key))
}

/** When a draft was written, NaN where it is none. */
function writtenAt(text: string | null): number {
	try {
		return Number((JSON.parse(text ?? '') as { written?: unknown } | null)?.written)
	} catch {
		return NaN
	}
}
