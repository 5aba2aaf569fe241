/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Delimiter, Table } from '../lib/readTable.ts'
import type { Source } from './useSource.ts'

import { ref, shallowRef, watch } from 'vue'
import { detectDelimiter, looksLikeHeading, readTable } from '../lib/readTable.ts'

export interface TableLines {
	delimiter: Ref<Delimiter>
	quotes: Ref<boolean>
	heading: Ref<boolean>
	/** null: the file is no table, or there is none. */
	lines: Readonly<ShallowRef<Table | null>>
}

/**
 * The lines and columns of a table. How it is written is proposed again for each file, and can be corrected.
 *
 * @param source the file
 * @param source.text what is in it
 * @param source.kind what it is taken for
 */
export function useTable(source: { text: ComputedRef<string>, kind: Source['kind'] }): TableLines {
	const delimiter = ref<Delimiter>(';')
	const quotes = ref(true)
	const heading = ref(true)
	const lines: ShallowRef<Table | null> = shallowRef(null)

	watch([source.text, source.kind, delimiter, quotes, heading], ([text, kind], [before]) => {
		if (text !== before && kind === 'table' && text !== '') {
			const guessed = detectDelimiter(text)
			const first = readTable(text.slice(0, 20_000), { delimiter: guessed, heading: true, quotes: quotes.value })
			delimiter.value = guessed
			heading.value = looksLikeHeading(first.headings)
		}
		lines.value = kind === 'table' && text !== ''
			? readTable(text, { delimiter: delimiter.value, heading: heading.value, quotes: quotes.value })
			: null
	}, { flush: 'sync' })

	return { delimiter, quotes, heading, lines }
}
