/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Thing } from './model.ts'
import type { Choice } from './relations.ts'

import { inBrowser } from '../shared/lib/draftStore.ts'
import { remember, remembered } from './relations.ts'

type Typed = Pick<Thing, 'type'>

interface Remembered {
	recall: (subject: Typed, other: Typed) => Choice | null
	keep: (subject: Typed, other: Typed, choice: Choice) => void
}

/** Relations last chosen in this browser by the current account; without storage, nothing is remembered. */
export function useRemembered(): Remembered {
	// Nextcloud's page says whose it is.
	const uid = document.head.dataset.user ?? ''
	return {
		recall(subject, other) {
			let last: Choice | null = null
			inBrowser((storage) => {
				last = remembered(storage, uid, subject, other)
			})
			return last
		},
		keep(subject, other, choice) {
			inBrowser((storage) => remember(storage, uid, subject, other, choice))
		},
	}
}
