/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { CheckedRow, ImportedRow } from './model.ts'
import type { Composed } from './rows.ts'

import { fold } from '../../shared/lib/fold.ts'

/**
 * Predicts the result for the rows of a file, each checked on its own: a person listed twice is imported once, and two who share an
 * address both come, as the server will do once the first row is imported.
 *
 * @param rows rows of the file, in order
 * @param checked the server's answers, by row number
 * @param anyway numbers of the rows to import although a person with the name exists
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
		const name = `${kind} name ${fold(row.name)}`
		const address = `${kind} mail ${imported.field?.includes('contact.email') ? '' : addressOf(row)}`
		const isNew = imported.outcome === 'made' && !anyway.has(row.position)
		const twice = people.get(person)
		const [namesake, sharing] = isNew ? [named.get(name), named.get(address)] : []
		if (twice !== undefined || namesake !== undefined) {
			return [{ position: row.position, outcome: 'skipped' as const, ...twice !== undefined ? { why: 'duplicate_row', first: twice } : { why: 'has_card', first: namesake } }]
		}
		if (imported.outcome !== 'skipped') {
			people.set(person, row.position)
			const known = address.endsWith(' ') ? [name] : [name, address]
			known.filter((one) => !named.has(one)).forEach((one) => named.set(one, row.position))
		}
		return [sharing === undefined ? imported : { ...imported, why: 'same_address', first: sharing }]
	})
}

function addressOf({ row }: Composed): string {
	const { email } = (row.contact ?? {}) as { email?: unknown }
	return typeof email === 'string' ? email.trim().toLowerCase() : ''
}

/** Whether a row is left out only because a person with this name exists: it may be imported anyway. */
export function mayBeMadeAnyway({ why, member, first }: ImportedRow): boolean {
	return (why === 'has_card' || why === 'has_account') && (member !== undefined || first !== undefined)
}
