/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { clearReview, loadReview, storeReview } from './stored.ts'

const kept = { uid: 'nadege', text: 'roster' } as never

/** A storage with room or without. */
function storage(room = true) {
	const items = new Map<string, string>()
	return {
		items,
		room,
		getItem: (key: string) => items.get(key) ?? null,
		setItem(key: string, value: string) {
			if (!this.room) {
				throw new DOMException('', 'QuotaExceededError')
			}
			items.set(key, value)
		},
		removeItem: (key: string) => void items.delete(key),
	}
}

it('is kept for the account that left it', () => {
	const store = storage()
	expect(storeReview(store, kept)).toBe(true)
	expect(loadReview(store, 'nadege')).toEqual(kept)
	clearReview(store)
	expect(loadReview(store, 'nadege')).toBeNull()
})

it('is not shown to another account, and is removed', () => {
	const store = storage()
	storeReview(store, kept)
	expect(loadReview(store, 'fanny')).toBeNull()
	expect(store.items.size).toBe(0)
})

it('reports that storage is full, and leaves no earlier state', () => {
	const store = storage()
	storeReview(store, kept)
	store.room = false
	expect(storeReview(store, kept)).toBe(false)
	expect(store.items.size).toBe(0)
})

it('is removed if it cannot be read', () => {
	const store = storage()
	storeReview(store, kept)
	store.items.set([...store.items.keys()][0]!, '{')
	expect(loadReview(store, 'nadege')).toBeNull()
	expect(store.items.size).toBe(0)
})
