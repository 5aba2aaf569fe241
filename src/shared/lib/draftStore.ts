/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The part of the browser's storage a draft needs. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The key of a draft: a card by its id, other things by a prefix and their id. */
export interface DraftOwner {
	uid: string
	thing: number | string
}

/** After this time a draft is outdated. */
export const EXPIRY = 30 * 24 * 60 * 60 * 1000

const PREFIX = 'reseau.draft.'

/** The storage key of a draft. */
export const keyOf = ({ uid, thing }: DraftOwner) => `${PREFIX}${encodeURIComponent(uid)}.${thing}`

/** Uses the browser's storage; false if the browser refuses it, or has no space left. */
export function withLocalStorage(action: (storage: Storage) => void): boolean {
	try {
		action(localStorage)
		return true
	} catch {
		return false
	}
}

/** Removes the draft from this browser. */
export function deleteDraft(storage: DraftStorage, owner: DraftOwner): void {
	storage.removeItem(keyOf(owner))
}

/** Removes drafts that are too old, of any account: on a shared computer the account may never come back. */
export function deleteExpiredDrafts(storage: Storage, now: number): void {
	Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
		.filter((key) => key.startsWith(PREFIX) && !(writtenAt(storage.getItem(key)) + EXPIRY >= now))
		.forEach((key) => storage.removeItem(key))
}

/** When a draft was written, NaN if it is none. */
function writtenAt(text: string | null): number {
	try {
		return Number((JSON.parse(text ?? '') as { written?: unknown } | null)?.written)
	} catch {
		return NaN
	}
}
