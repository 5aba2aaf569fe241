/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ImportedRow, Outcome } from './model.ts'
import type { Composed } from './rows.ts'

import { OUTCOMES } from './model.ts'

/** A line of the report: the result for a row, with the content of the file. */
export interface ReportRow extends ImportedRow {
	name: string
	notes: Composed['notes']
	/** The changes to the card, by a row of an exported table. */
	changes?: Composed['changes']
}

/** The report of a file; rows without an answer of the server are left out. */
export function reportOf(rows: readonly Composed[], imported: readonly ImportedRow[], unread: readonly number[] = []): ReportRow[] {
	const byPosition = new Map(rows.map((row) => [row.position, row]))
	return [
		...imported.map((row) => {
			const { name = '', notes = [], changes, row: written } = byPosition.get(row.position) ?? {}
			return { ...row, name, notes: [...unfit(row, written), ...notes], ...changes && { changes } }
		}),
		...unread.map((position) => ({ position, outcome: 'skipped' as const, why: 'broken_card', name: '', notes: [] })),
	].sort((one, other) => one.position - other.position)
}

/** The addresses that a card comes without, as they are in the file. */
function unfit({ outcome, field = '' }: ImportedRow, row: Record<string, unknown> = {}): Composed['notes'] {
	const contact = (row.contact ?? {}) as Record<string, unknown>
	return field !== '' && outcome !== 'skipped'
		? field.split(' ').map((way) => ({ kind: 'bad_address', word: String(contact[way.replace('contact.', '')] ?? '') }))
		: []
}

/** The rows that a person left out, each with the reason. */
export function leftOut(rows: readonly Composed[], isTotal: (position: number) => boolean): ReportRow[] {
	return rows.map(({ position, name }) => ({ position, name, outcome: 'skipped' as const, why: isTotal(position) ? 'total_row' : 'dropped', notes: [] }))
}

/** The number of rows of each outcome, without zeros. */
export function outcomesOf(rows: readonly ImportedRow[]): { outcome: Outcome, count: number }[] {
	return OUTCOMES.map((outcome) => ({ outcome, count: rows.filter((row) => row.outcome === outcome).length })).filter(({ count }) => count > 0)
}

/** The rows cut into batches for one request each. */
export function batches<T>(rows: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))
}
