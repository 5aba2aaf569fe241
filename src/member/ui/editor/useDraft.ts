/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref } from 'vue'
import type { Card } from '../../changes.ts'
import type { Copies } from '../../conflict.ts'
import type { Draft, DraftOwner } from '../../draft.ts'

import { onScopeDispose, readonly, ref, shallowRef } from 'vue'
import { forgetDraft, keepDraft, readDraft, saysMore } from '../../draft.ts'

interface KeptDraft {
	/** What was found and nobody decided upon yet. */
	offered: Readonly<Ref<Draft | null>>
	/** Whether this browser keeps what is not saved. */
	keeps: Readonly<Ref<boolean>>
	/** Keeps what of it is not saved. */
	keep: (copies: Copies) => void
	/** Takes the offered draft out of the browser. */
	dismiss: (copies: Copies) => void
	/** Takes everything of this card out of the browser. */
	forget: () => void
}

/**
 * What is not saved yet, kept in this browser against a closed tab, a crash, a lost connection.
 *
 * @param owner whose draft of which card
 * @param stored the card as it is stored
 */
export function useDraft(owner: DraftOwner, stored: Card): KeptDraft {
	const keeps = ref(true)
	const offered = shallowRef<Draft | null>(null)
	/** The last of it, so that nothing is written twice. */
	let last: Copies | null = null

	/** The browser may refuse its storage, or have no room left. */
	function attempt(action: () => void): void {
		try {
			action()
			keeps.value = true
		} catch {
			keeps.value = false
		}
	}

	attempt(() => {
		const found = readDraft(localStorage, owner, Date.now())
		if (found && saysMore(found, stored)) {
			offered.value = found
		} else {
			// Also what is too old to be of use.
			forgetDraft(localStorage, owner)
		}
	})

	function keep(copies: Copies): void {
		last = copies
		attempt(() => keepDraft(localStorage, owner, copies, offered.value, Date.now()))
	}

	function dismiss(copies: Copies): void {
		offered.value = null
		keep(copies)
	}

	function forget(): void {
		offered.value = null
		attempt(() => forgetDraft(localStorage, owner))
	}

	/** Another tab saved what it had written there: nothing is left to take up. */
	function onStorage(): void {
		attempt(() => {
			if (offered.value && last === null && readDraft(localStorage, owner, Date.now()) === null) {
				offered.value = null
			}
		})
	}

	window.addEventListener('storage', onStorage)
	onScopeDispose(() => window.removeEventListener('storage', onStorage))

	return { offered, keeps: readonly(keeps), keep, dismiss, forget }
}
