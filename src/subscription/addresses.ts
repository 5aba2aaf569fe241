/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Table, TableRow } from '../shared/lib/readTable.ts'
import type { AddressOutcome, AddressRow } from './model.ts'

import { day, mailAddresses } from '../shared/lib/cells.ts'
import { fold } from '../shared/lib/fold.ts'

/** Possible contents of a column; an empty text leaves it out. Several columns can form a name. */
export const ADDRESS_COLUMNS = ['address', 'name', 'date', 'how'] as const
export type AddressColumn = '' | typeof ADDRESS_COLUMNS[number]

/** The day and way in which everyone in a list agreed; those of a row take precedence. */
export interface Agreement {
	/** YYYY-MM-DD */
	date: string
	how: string
}

const HEADINGS: [AddressColumn, RegExp][] = [
	['date', /\b(date|accord le|le|on|day)\b/],
	['how', /\b(comment|maniere|mode|how|manner|accord|consentement|consent)\b/],
	['name', /\b(nom|noms|prenom|prenoms|name|personne|contact|surname)\b/],
]

/** The most probable content of the columns: addresses by their form, the rest by its heading. */
export function proposeAddressColumns({ headings, rows, width }: Table): AddressColumn[] {
	const shares = Array.from({ length: width }, (_, i) => {
		const filled = rows.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '')
		return filled.length === 0 ? 0 : filled.filter((cell) => cell.includes('@')).length / filled.length
	})
	const best = Math.max(0, ...shares)
	const address = best > 0 ? shares.indexOf(best) : -1
	const taken = new Set<AddressColumn>()
	return shares.map((_, i) => {
		if (i === address) {
			return 'address'
		}
		const heading = fold(headings[i] ?? '')
		const found = HEADINGS.find(([column, words]) => words.test(heading) && (column === 'name' || !taken.has(column)))?.[0] ?? ''
		taken.add(found)
		return found
	})
}

/** A row ready to be sent, or why it is not. */
export interface ComposedAddress extends AddressRow {
	/** Its address is in an earlier row. */
	twice: boolean
}

/** The rows of a table; of rows with the same address the first counts. */
export function composeAddresses(rows: readonly TableRow[], columns: readonly AddressColumn[], agreement: Agreement | null): ComposedAddress[] {
	const seen = new Set<string>()
	return rows.map(({ position, cells }) => {
		const all = (column: AddressColumn) => columns.flatMap((one, i) => one === column && cells[i] ? [cells[i]] : [])
		const written = all('address')[0] ?? ''
		const address = mailAddresses(written)[0] ?? written
		const key = address.toLowerCase()
		const twice = key !== '' && seen.has(key)
		seen.add(key)
		const date = all('date')[0] ?? ''
		return {
			position,
			address,
			name: all('name').join(' '),
			date: date === '' ? agreement?.date ?? '' : day(date) ?? date,
			how: all('how')[0] ?? agreement?.how ?? '',
			twice,
		}
	})
}

/** A line of the report: the outcome of a row, and what the file says of it. */
export interface AddressLine extends AddressOutcome {
	name: string
	address: string
}

/** The report of a file, in its order: the server's outcomes, and the rows that were not sent. */
export function addressReport(rows: readonly ComposedAddress[], outcomes: ReadonlyMap<number, AddressOutcome>): AddressLine[] {
	return rows.flatMap(({ position, name, address, twice }) => {
		const outcome: AddressOutcome | undefined = twice ? { position, outcome: 'skipped', why: 'duplicate_row' } : outcomes.get(position)
		return outcome ? [{ ...outcome, name, address }] : []
	})
}
