/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { CheckedRow, Import, ImportedRow, SentRow, WholeImport } from './model.ts'

import { useQuery, useQueryCache } from '@pinia/colada'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import * as gateway from './gateway.ts'
import { ROWS_AT_ONCE } from './model.ts'
import { batches } from './report.ts'

const KEY = ['imports']

/** My imports, last changed first. */
export function useImports(): UseQueryReturn<Import[]> {
	return useQuery({ key: KEY, query: ({ signal }) => gateway.listImports(signal), refetchOnWindowFocus: false })
}

/** Imports people, some rows at a time. Each call throws an ApiError if it is refused; earlier rows stay imported. */
export function useImportActions() {
	const cache = useQueryCache()

	/** Other data of this page may count or list the cards that were added or removed. */
	function invalidated<T>(value: T): T {
		invalidateQueries(cache)
		return value
	}

	/**
	 * Checks what would happen to the rows.
	 *
	 * @param rows all of them
	 * @param signal stops between two requests and during one
	 * @param onProgress called after each request with what is known so far
	 */
	async function check(rows: readonly SentRow[], signal: AbortSignal, onProgress: (rows: CheckedRow[]) => void): Promise<void> {
		for (const some of batches(rows, ROWS_AT_ONCE)) {
			onProgress(await gateway.checkRows(some, signal))
		}
	}

	/** Imports rows; stops after the current request. */
	async function run(id: number, rows: readonly SentRow[], signal: AbortSignal, onProgress: (answer: WholeImport) => void): Promise<void> {
		try {
			for (const some of batches(rows, ROWS_AT_ONCE)) {
				if (signal.aborted) {
					return
				}
				onProgress(await gateway.importRows(id, some))
			}
		} finally {
			invalidated(null)
		}
	}

	/** Undoes an import; returns the rows whose cards stay. */
	async function undo(id: number, onProgress: (looked: number) => void): Promise<ImportedRow[]> {
		const staying: ImportedRow[] = []
		try {
			for (let after: number | null = 0, looked = 0; after !== null;) {
				const { rows, next } = await gateway.undoImport(id, after)
				staying.push(...rows.filter(({ outcome }) => outcome !== 'undone'))
				looked += rows.length
				onProgress(looked)
				after = next
			}
		} finally {
			invalidated(null)
		}
		return staying
	}

	return {
		check,
		start: gateway.startImport,
		run,
		/** Results for the rows of an import. */
		get: gateway.getImport,
		/** Finishes an import at its current row. */
		finish: async (id: number) => invalidated(await gateway.finishImport(id)),
		undo,
	}
}
