/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'
import type { DraftOwner } from '../../../shared/lib/draftStore.ts'
import type { Card } from '../../changes.ts'
import type { Copies } from '../../conflict.ts'
import type { Draft } from '../../draft.ts'

import { onScopeDispose, readonly, ref, shallowRef } from 'vue'
import { deleteDraft, keyOf, withLocalStorage } from '../../../shared/lib/draftStore.ts'
import { changedFields } from '../../changes.ts'
import { keepDraft, readDraft, saysMore } from '../../draft.ts'

interface KeptDraft {
	/** What was found and nobody decided upon yet; kept along until then. */
	offered: Ref<Draft | null>
	/** Whether this browser keeps what is not saved. */
	keeps: Readonly<Ref<boolean>>
	/** Keeps what of it is not saved. */
	keep: (copies: Copies) => void
	/** Whether the browser holds something of this card. */
	holds: () => boolean
	/** Takes everything of this card out of the browser, and keeps no more of it. */
	forget: () => void
}

/**
 * Unsaved changes, kept in this browser against a closed tab, a crash or a lost connection.
 *
 * @param owner account and card of the draft
 * @param stored the stored card
 */
export function useDraft(owner: DraftOwner, stored: Card): KeptDraft {
	const keeps = ref(true)
	const offered = shallowRef<Draft | null>(null)
	/** The last of it, to be kept again where another tab takes it out. */
	let last: Copies | null = null
	/** Whether this tab may remove the draft of the browser: another tab may be editing the same card. */
	let ours = false
	let gone = false

	/** The browser may refuse its storage, or have no room left. */
	function attempt(action: (storage: Storage) => void): void {
		keeps.value = withLocalStorage(action)
	}

	attempt((storage) => {
		const found = readDraft(storage, owner, Date.now())
		if (found && saysMore(found, stored)) {
			offered.value = found
			ours = true
		} else {
			// Also what is too old to be of use.
			deleteDraft(storage, owner)
		}
	})

	function keep(copies: Copies): void {
		last = copies
		const some = offered.value !== null || changedFields(copies.base, copies.mine).length > 0
		if (!gone && (some || ours)) {
			attempt((storage) => keepDraft(storage, owner, copies, offered.value, Date.now()))
			ours = some
		}
	}

	function holds(): boolean {
		let found = false
		withLocalStorage((storage) => {
			found = readDraft(storage, owner, Date.now()) !== null
		})
		return found
	}

	function forget(): void {
		offered.value = null
		gone = true
		attempt((storage) => deleteDraft(storage, owner))
	}

	/** Another tab saved what it had written there: nothing is left to take up, but what is written here is kept again. */
	function onStorage({ key, newValue }: StorageEvent): void {
		if (key !== keyOf(owner) || newValue !== null) {
			return
		}
		ours = false
		if (last === null) {
			offered.value = null
		} else {
			keep(last)
		}
	}

	window.addEventListener('storage', onStorage)
	onScopeDispose(() => window.removeEventListener('storage', onStorage))

	return { offered, keeps: readonly(keeps), keep, holds, forget }
}
