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
	/** A draft without a decision; kept until then. */
	offered: Ref<Draft | null>
	/** Whether this browser can keep unsaved input. */
	keeps: Readonly<Ref<boolean>>
	/** Stores the unsaved input. */
	keep: (copies: Copies) => void
	/** Whether the browser has a draft of this card. */
	holds: () => boolean
	/** Removes the draft of this card, and stores no more. */
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
	/** The last stored input, to store it again if another tab removes it. */
	let last: Copies | null = null
	/** Whether this tab may remove the draft of the browser: another tab may be editing the same card. */
	let ours = false
	let gone = false

	/** The browser may refuse storage, or have no space left. */
	function attempt(action: (storage: Storage) => void): void {
		keeps.value = withLocalStorage(action)
	}

	attempt((storage) => {
		const found = readDraft(storage, owner, Date.now())
		if (found && saysMore(found, stored)) {
			offered.value = found
			ours = true
		} else {
			// Also if it is too old to be used.
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

	/** Another tab saved its input: nothing is left to restore, but the input here is stored again. */
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
