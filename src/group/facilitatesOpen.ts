/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { withLocalStorage } from '../shared/lib/draftStore.ts'

const keyOf = (uid: string) => `reseau.facilitate.${encodeURIComponent(uid)}`

/** Whether an account left the section of facilitators open in this browser. */
export function facilitatesOpen(uid: string): boolean {
	let open = false
	withLocalStorage((storage) => {
		open = storage.getItem(keyOf(uid)) !== null
	})
	return open
}

/** Stores whether an account leaves it open in this browser. */
export function keepFacilitatesOpen(uid: string, open: boolean): void {
	withLocalStorage((storage) => open ? storage.setItem(keyOf(uid), 'open') : storage.removeItem(keyOf(uid)))
}
