/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref } from 'vue'
import type { Named } from './glossary.ts'

import { computed, nextTick, ref } from 'vue'
import { restFocus } from '../shared/restFocus.ts'
import { withEntry } from './glossary.ts'

interface EntryForms<Entry> {
	/** What the new entry is at first; null while none is added. */
	adding: Ref<string | null>
	/** The entries of the list; one that is deleted while the person edits it stays, with their changes. */
	rows: ComputedRef<Entry[]>
	/** The entry when its form was opened; undefined if it is closed. */
	opened: (id: number) => Entry | undefined
	open: (entry: Entry) => void
	/**
	 * Closes a form; the focus goes back to what opened it.
	 *
	 * @param id entry of the form; null: the new one
	 * @param shown entry that is focused; null: the button that adds one, which has the class `entry-add`
	 */
	close: (id: number | null, shown?: number | null) => Promise<void>
}

/**
 * The forms of a list of words, EntryList: one for a new entry, and one in the row of each entry that is edited.
 *
 * @param entries undefined while they are loaded
 */
export function useEntryForms<Entry extends Named>(entries: () => readonly Entry[] | undefined): EntryForms<Entry> {
	const adding = ref<string | null>(null)
	const edited = ref<Entry[]>([]) as Ref<Entry[]>
	const rows = computed(() => edited.value
		.filter(({ id }) => !entries()?.some((entry) => entry.id === id))
		.reduce<Entry[]>(withEntry, [...entries() ?? []]))

	async function close(id: number | null, shown = id): Promise<void> {
		if (id === null) {
			adding.value = null
		}
		edited.value = edited.value.filter((entry) => entry.id !== id)
		await nextTick()
		document.querySelector<HTMLElement>(shown === null ? '.entry-add' : `[data-entry="${shown}"] button`)?.focus()
		await restFocus()
	}

	return {
		adding,
		rows,
		opened: (id) => edited.value.find((entry) => entry.id === id),
		open: (entry) => {
			edited.value = [...edited.value, entry]
		},
		close,
	}
}
