/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Thing } from './model.ts'
import type { Choice } from './relations.ts'

import { withLocalStorage } from '../shared/lib/draftStore.ts'
import { lastChoice, saveChoice } from './relations.ts'

type Typed = Pick<Thing, 'type'>

interface LastRelation {
	read: (subject: Typed, other: Typed) => Choice | null
	save: (subject: Typed, other: Typed, choice: Choice) => void
}

/** Relations last chosen in this browser by the current account; without storage, nothing is remembered. */
export function useLastRelation(): LastRelation {
	// Nextcloud's page has the current account.
	const uid = document.head.dataset.user ?? ''
	return {
		read(subject, other) {
			let last: Choice | null = null
			withLocalStorage((storage) => {
				last = lastChoice(storage, uid, subject, other)
			})
			return last
		},
		save(subject, other, choice) {
			withLocalStorage((storage) => saveChoice(storage, uid, subject, other, choice))
		},
	}
}
