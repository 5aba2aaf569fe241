/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Session } from '../settings/index.ts'

import { expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { sessionKey } from '../settings/index.ts'
import { mountPage } from '../shared/testing/mountPage.ts'
import { useDeck } from './useDeck.ts'

/** A page of an account as the server rendered it, with whether the account had used Deck by then. */
function page(uid: string, deck: Session['deck'] = 'new') {
	let open!: () => void
	const { page } = mountPage(defineComponent({
		setup() {
			const used = useDeck()
			open = used.open
			return () => h('p', used.state.value)
		},
	}), { provide: [[sessionKey, { uid, deck }]] })
	return { page, open }
}

/** The event that other pages of the browser get when one of them stores a value. */
const otherTab = (newValue: string | null) => window.dispatchEvent(new StorageEvent('storage', { key: 'reseau.deck', newValue }))

it('opening Deck counts as using it from then on, in the page and in other open pages', async () => {
	const kept = vi.spyOn(Storage.prototype, 'setItem')
	const { page: here, open } = page('odile')
	expect(here.text()).toBe('new')
	open()
	await nextTick()
	expect(here.text()).toBe('used')
	expect(kept).toHaveBeenCalledWith('reseau.deck', 'odile')
	expect(localStorage.getItem('reseau.deck'), 'nothing is kept that a later page could take for true').toBeNull()

	const { page: leftOpen } = page('odile')
	otherTab(null)
	otherTab('peire')
	await nextTick()
	expect(leftOpen.text()).toBe('new')
	otherTab('odile')
	await nextTick()
	expect(leftOpen.text()).toBe('used')
})

it('opening has no effect without Deck', async () => {
	const { page: here, open } = page('odile', 'absent')
	open()
	await nextTick()
	expect(here.text()).toBe('absent')
})
