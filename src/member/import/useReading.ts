/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Aside } from '../../shared/lib/aside.ts'
import type { Delimiter, Table, TableProblem } from '../../shared/lib/readTable.ts'
import type { Source } from '../../shared/table/useSource.ts'
import type { Column, Mapping } from './mapping.ts'
import type { Foreign } from './readForeign.ts'
import type { JsonProblem, JsonRead, JsonRow } from './readJson.ts'

import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useTable } from '../../shared/table/useTable.ts'
import { ownTitles } from '../table/words.ts'
import { keyColumn } from './changes.ts'
import { headingsKey, proposeColumns, rememberedColumns } from './mapping.ts'

export type ReadProblem = TableProblem['kind'] | JsonProblem

/** Size in characters from which a JSON file is read in a worker. */
export const LARGE_JSON = 500_000

export interface Reading {
	/** A large file is being read. */
	pending: Readonly<Ref<boolean>>
	delimiter: Ref<Delimiter>
	quotes: Ref<boolean>
	heading: Ref<boolean>
	/** The content of each column. */
	columns: Ref<Column[]>
	/** For a table, address cards or the export of another program; null for members.json. */
	table: Readonly<ShallowRef<Table | null>>
	/** For members.json. */
	json: ComputedRef<JsonRow[] | null>
	/** The export of another program; null otherwise. */
	foreign: ComputedRef<Foreign | null>
	problem: ComputedRef<{ kind: ReadProblem, row?: number } | null>
	/** Numbers of address cards that could not be read. */
	broken: Readonly<ShallowRef<readonly number[]>>
	/** Whether the mapping of an earlier import is used. */
	remembered: Readonly<Ref<boolean>>
	/** The whole mapping, to be saved. */
	mapping: ComputedRef<Mapping>
	/** Uses the mapping of an earlier import. */
	apply: (mapping: Mapping) => void
}

/**
 * The content of a file: lines and columns. Everything is proposed again for each file, and can be corrected.
 *
 * @param source the file
 * @param memory mappings of earlier imports, the last one first
 */
export function useReading(source: Source, memory: () => readonly string[]): Reading {
	const { delimiter, quotes, heading, lines } = useTable(source)
	const columns = ref<Column[]>([])
	const remembered = ref(false)
	const table: ShallowRef<Table | null> = shallowRef(null)
	const broken = shallowRef<readonly number[]>([])
	const json: ShallowRef<JsonRead | null> = shallowRef(null)
	const foreign = computed(() => json.value?.foreign ?? null)
	const pending = ref(false)
	let aside: Aside<JsonRead> | null = null
	onScopeDispose(stop)

	function stop(): void {
		aside?.stop()
		aside = null
		pending.value = false
	}

	/** The content of a JSON file; null: another file was chosen meanwhile. */
	async function jsonOf(text: string): Promise<JsonRead | null> {
		const { readJson } = await import('./readJson.ts')
		if (text.length >= LARGE_JSON && source.text.value === text) {
			const { readJsonAside } = await import('./readJsonAside.ts')
			pending.value = true
			try {
				aside = readJsonAside(text)
				return await aside.result
			} catch {
				// No worker starts here: the page waits for it.
			} finally {
				pending.value = false
			}
		}
		return source.text.value === text ? readJson(text) : null
	}

	watch([source.text, source.kind, lines], async ([text, kind, read]) => {
		broken.value = []
		json.value = null
		stop()
		if (kind === 'vcard' && text !== '') {
			// Few files are address cards or JSON: their readers are loaded only when needed.
			const { readVcard } = await import('./readVcard.ts')
			if (source.text.value === text) {
				const cards = readVcard(text)
				broken.value = cards.broken
				settle(cards)
			}
		} else if (kind === 'json' && text !== '') {
			const found = await jsonOf(text)
			if (found !== null && source.text.value === text) {
				json.value = found
				settle(found.foreign?.table ?? null)
			}
		} else {
			settle(read)
		}
	}, { flush: 'sync' })

	function settle(read: Table | null): void {
		const before = table.value
		table.value = read
		if (read && (before?.width !== read.width || before.headings.join('\n') !== read.headings.join('\n'))) {
			const known = rememberedColumns(memory(), read.headings, read.width)
			remembered.value = known !== null
			const keys = keyColumn(read.rows, read.width)
			// Only our own tables have these titles: elsewhere « Nom » next to « Prénom » is the family name.
			const proposed = known ?? proposeColumns(read.headings, read.width, foreign.value ? foreign.value.titles : keys < 0 ? undefined : ownTitles())
			columns.value = keys < 0 ? proposed : proposed.map((column, i) => i === keys ? 'id' : column === 'id' ? '' : column)
		}
	}

	const problem = computed(() => {
		const found = json.value?.problem ?? table.value?.problem
		return typeof found === 'string' ? { kind: found } : found ?? null
	})
	const mapping = computed((): Mapping => ({
		headings: headingsKey(table.value?.headings ?? []),
		encoding: source.encoding.value,
		delimiter: delimiter.value,
		quotes: quotes.value,
		heading: heading.value,
		columns: columns.value,
	}))

	function apply(kept: Mapping): void {
		source.encoding.value = kept.encoding
		delimiter.value = kept.delimiter
		quotes.value = kept.quotes
		heading.value = kept.heading
		columns.value = kept.columns
	}

	return { pending, delimiter, quotes, heading, columns, table, json: computed(() => json.value && !json.value.foreign ? json.value.rows : null), foreign, problem, broken, remembered, mapping, apply }
}
