/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Ref, ShallowRef } from 'vue'
import type { Delimiter, Table } from '../lib/readTable.ts'
import type { Source } from './useSource.ts'

import { ref, shallowRef, watch } from 'vue'
import { cellText, detectDelimiter, looksLikeHeading, readTable, tableOf } from '../lib/readTable.ts'

export interface TableLines {
	delimiter: Ref<Delimiter>
	quotes: Ref<boolean>
	heading: Ref<boolean>
	/** null: the file is no table, or there is no file. */
	lines: Readonly<ShallowRef<Table | null>>
}

/**
 * The lines and columns of a table. The format is guessed for each file, and can be corrected.
 *
 * @param source the file
 * @param source.text its text
 * @param source.sheet lines of a spreadsheet
 * @param source.kind its assumed kind
 */
export function useTable(source: Pick<Source, 'text' | 'sheet' | 'kind'>): TableLines {
	const delimiter = ref<Delimiter>(';')
	const quotes = ref(true)
	const heading = ref(true)
	const lines: ShallowRef<Table | null> = shallowRef(null)

	watch([source.text, source.sheet, source.kind, delimiter, quotes, heading], ([text, sheet, kind], [textBefore, sheetBefore]) => {
		if (sheet) {
			const rows = sheet.map(({ position, cells }) => ({ position, cells: cells.map(cellText) }))
			if (sheet !== sheetBefore) {
				heading.value = looksLikeHeading(tableOf(rows.slice(0, 20), true).headings)
			}
			lines.value = tableOf(rows, heading.value)
			return
		}
		if (text !== textBefore && kind === 'table' && text !== '') {
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
