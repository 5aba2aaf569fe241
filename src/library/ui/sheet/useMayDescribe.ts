/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { Entry } from '../../files/model.ts'

import { computed } from 'vue'
import { useEntry } from '../../files/queries.ts'
import { useLibrary } from '../../sheet/queries.ts'

/** may: it is in the library and this account's to change · read: theirs to read alone · elsewhere: not in the library, or not shown to them */
type MayDescribe = 'may' | 'read' | 'elsewhere'

/**
 * Whether a person may describe a file that has no sheet yet, so that nobody writes for nothing; only queried while `wanted`. null: not
 * known yet. If it cannot be found out they may: the server refuses on save, and what they wrote is kept.
 */
export function useMayDescribe(file: () => string, wanted: () => boolean): { mayDescribe: ComputedRef<MayDescribe | null>, entry: ComputedRef<Entry | null> } {
	const library = useLibrary(wanted)
	const { data: entry, error } = useEntry(() => wanted() ? library.data.value?.root?.path ?? null : null, () => wanted() ? file() : null)

	function permission(): MayDescribe | null {
		if (library.error.value || error.value) {
			return 'may'
		}
		if (library.data.value?.root === null) {
			return 'elsewhere'
		}
		if (entry.value === undefined) {
			return null
		}
		// The WebDAV permissions of a folder do not say it for certain.
		return entry.value === null ? 'elsewhere' : entry.value.folder || entry.value.rights.write ? 'may' : 'read'
	}

	return { mayDescribe: computed(permission), entry: computed(() => entry.value ?? null) }
}
