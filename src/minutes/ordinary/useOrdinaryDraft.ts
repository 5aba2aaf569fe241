/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Lines } from '../parse/reading.ts'
import type { GroupPerson, OrdinaryDraft } from './draft.ts'

import { computed, ref, shallowRef } from 'vue'
import { sourceLines } from '../parse/sourceLines.ts'
import { draftOf } from './draft.ts'
import { readOrdinary } from './read/readOrdinary.ts'

/** Minutes of a group being corrected, stored in this tab: other accounts and groups cannot see them. */
interface Kept {
	uid: string
	group: number
	hash: string
	text: string
	draft: OrdinaryDraft
}

/** Version of the stored format. The storage of this tab is deleted with it, because the text may contain addresses. */
const KEY = 'reseau-ordinary-1'

function load(uid: string, group: number): Kept | null {
	try {
		const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null
		return kept?.uid === uid && kept.group === group ? kept : null
	} catch {
		return null
	}
}

/** The minutes of a group that a person corrects before anything is created. */
export function useOrdinaryDraft(uid: string, group: number) {
	const kept = shallowRef(load(uid, group))
	const corrections = shallowRef<readonly { what: string, before: OrdinaryDraft }[]>([])
	/** Lines of the text that belong to what is being corrected. */
	const marked = ref<Lines | null>(null)

	function keep(next: Kept | null): void {
		kept.value = next
		try {
			if (next) {
				sessionStorage.setItem(KEY, JSON.stringify(next))
			} else {
				sessionStorage.removeItem(KEY)
			}
		} catch {
			// Storage is full: it stays until the page is closed.
		}
	}

	return {
		draft: computed(() => kept.value?.draft ?? null),
		text: computed(() => kept.value?.text ?? ''),
		hash: computed(() => kept.value?.hash ?? ''),
		lines: computed(() => sourceLines(kept.value?.text ?? '')),
		corrections,
		marked,

		begin(given: { name: string, text: string, hash: string }, people: readonly GroupPerson[], today: string, title: (date: string | null) => string): void {
			const reading = readOrdinary(given.text, people.map(({ name }) => name), today)
			corrections.value = []
			marked.value = null
			keep({ uid, group, hash: given.hash, text: given.text, draft: draftOf(reading, people, title(reading.date)) })
		},

		/** Makes a correction that can be undone. */
		correct(what: string, change: (draft: OrdinaryDraft) => OrdinaryDraft): void {
			if (kept.value) {
				corrections.value = [...corrections.value, { what, before: kept.value.draft }]
				keep({ ...kept.value, draft: change(kept.value.draft) })
			}
		},

		/** Sets values that are neither read nor corrected. */
		propose(change: (draft: OrdinaryDraft) => OrdinaryDraft): void {
			if (kept.value) {
				keep({ ...kept.value, draft: change(kept.value.draft) })
			}
		},

		/** Marks lines of the text, if they exist. */
		show(lines: Lines | null): void {
			marked.value = lines !== null && lines.from < 0 ? null : lines
		},

		/** Undoes the last correction. */
		undo(): void {
			const last = corrections.value.at(-1)
			if (last && kept.value) {
				corrections.value = corrections.value.slice(0, -1)
				keep({ ...kept.value, draft: last.before })
			}
		},

		forget: () => keep(null),
	}
}
