/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CheckedRow, ImportedRow } from './model.ts'
import type { Composed } from './rows.ts'

import { fold } from '../../shared/lib/fold.ts'

/** A row that collides with an earlier one of its file if both are imported. */
type Met = Pick<ImportedRow, 'why' | 'first'>

/**
 * Predicts the result for the rows of a file, each checked on its own: a person listed twice is imported once, as the server
 * will do once the first row is imported.
 *
 * @param rows rows of the file, in order
 * @param checked the server's answers, by row number
 * @param anyway numbers of the rows to import although a person with the name or address exists
 */
export function predict(rows: readonly Composed[], checked: ReadonlyMap<number, CheckedRow>, anyway: ReadonlySet<number>): ImportedRow[] {
	const people = new Map<string, number>()
	const named = new Map<string, number>()
	return rows.flatMap((row) => {
		const answer = checked.get(row.position)
		if (!answer) {
			return []
		}
		const { person, ...imported } = answer
		// An organisation is not a person with the same name or address.
		const kind = row.row.kind === 'organisation' ? row.row.kind : 'person'
		const names = [`name ${fold(row.name)}`, ...addressOf(row)].map((name) => `${kind} ${name}`)
		const met = meets(imported, person, names, people, named, anyway.has(row.position))
		if (met) {
			return [{ position: row.position, outcome: 'skipped' as const, ...met }]
		}
		if (imported.outcome !== 'skipped') {
			people.set(person, row.position)
			names.filter((name) => !named.has(name)).forEach((name) => named.set(name, row.position))
		}
		return [imported]
	})
}

function meets(imported: ImportedRow, person: string, names: string[], people: Map<string, number>, named: Map<string, number>, anyway: boolean): Met | null {
	const twice = people.get(person)
	if (twice !== undefined) {
		return { why: 'duplicate_row', first: twice }
	}
	const first = imported.outcome === 'made' && !anyway ? names.map((name) => named.get(name)).find((position) => position !== undefined) : undefined
	return first === undefined ? null : { why: 'has_card', first }
}

function addressOf({ row }: Composed): string[] {
	const email = typeof row.contact === 'object' && row.contact !== null && 'email' in row.contact ? row.contact.email : ''
	return typeof email === 'string' && email.trim() !== '' ? [`mail ${email.trim().toLowerCase()}`] : []
}

/** Whether a row is left out only because a person with this name or address exists: it may be imported anyway. */
export function mayBeMadeAnyway({ why, member, first }: ImportedRow): boolean {
	return (why === 'has_card' || why === 'has_account') && (member !== undefined || first !== undefined)
}
