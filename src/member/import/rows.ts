/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Table, TableRow } from '../../shared/lib/readTable.ts'
import type { Item, Place } from '../model.ts'
import type { Change, HeldCards } from './changes.ts'
import type { Column, Field } from './mapping.ts'
import type { Choices, Doubt, Known } from './places.ts'
import type { JsonRow } from './readJson.ts'

import { day, lines, mailAddresses, webAddress, words } from '../../shared/lib/cells.ts'
import { idOrWord } from '../../shared/lib/wordList.ts'
import { partsOf } from '../parts.ts'
import { composeChanges, heldOf, kindOf, sectorOf } from './changes.ts'
import { readPlaces } from './places.ts'

/** A word of the network's vocabulary. */
export interface Word {
	id: string
	label: string
	spellings?: string[]
	retired?: true
	mergedInto?: string
}

/** The agreement for the whole file: that all agreed, on which day and how; null: given per row, or not at all. */
export interface Agreement {
	/** YYYY-MM-DD */
	date: string
	how: string
}

export interface Context {
	headings: readonly string[]
	columns: readonly Column[]
	vocabulary: { values: readonly Word[], sectors: readonly Word[] }
	known: Known
	choices: Choices
	agreement: Agreement | null
	/** The cards of the rows of an exported table. */
	held?: HeldCards
}

/** Something in a row that is left out or should be checked; the row is imported anyway. */
export interface Note {
	kind: 'unknown_sector' | 'unclear_place' | 'more_cells' | 'unreadable' | 'second_address' | 'bad_address' | 'how_missing' | 'no_consent'
	word?: string
}

/** A row ready to be sent. */
export interface Composed {
	position: number
	/** Shown to the person. */
	name: string
	row: Record<string, unknown>
	notes: Note[]
	doubts: Doubt[]
	/** The changes to the card of a row of an exported table; undefined for all other rows. */
	changes?: Change[]
}

/** Characters shown for undecodable text: the replacement character, or two letters instead of one. */
const UNREADABLE = /\uFFFD|Ã[\u0080-\u00BF©¨ª«§´®¯¹»¼]/

/** One line of a table as a member. Empty cells are ignored. */
export function composeRow({ position, cells }: TableRow, context: Context): Composed {
	const { columns, vocabulary, agreement } = context
	const held = heldOf(cells[columns.indexOf('id')] ?? '', context.held)
	if (held) {
		return composeChanges({ position, cells }, context, held)
	}
	const notes: Note[] = []
	const all = (field: Field) => columns.flatMap((column, i) => column === field && cells[i] ? [cells[i]] : [])
	const one = (field: Field) => all(field)[0] ?? ''
	const row: Record<string, unknown> = {}
	const put = (key: string, value: unknown) => {
		if (value !== '' && !(Array.isArray(value) && value.length === 0)) {
			row[key] = value
		}
	}

	const name = one('name') || [one('firstName'), one('familyName')].filter(Boolean).join(' ')
	row.name = name
	put('id', one('id'))
	put('kind', kindOf(one('kind')))
	partsOf('line').forEach((field) => put(field, one(field)))
	partsOf('text').forEach((field) => put(field, all(field).join('\n')))
	partsOf('words').forEach((field) => put(field, [...new Set(all(field).flatMap(words))]))
	partsOf('items').forEach((field) => put(field, all(field).flatMap(lines).map((text): Item => ({ text, terms: [] }))))
	put('values', [...new Set(all('values').flatMap(words).map((word) => idOrWord(word, vocabulary.values)))])
	put('sectors', sectors(all('sectors').flatMap(words), vocabulary.sectors, notes))
	const { places, doubts } = territories(cells, context)
	put('territories', places)
	notes.push(...doubts.map(({ text }): Note => ({ kind: 'unclear_place', word: text })))
	put('contact', contact(one('email'), one('phone'), one('website'), notes))
	put('consent', consent(one('consentDate'), one('consentHow'), agreement, notes))

	if (cells.slice(columns.length).some((cell) => cell !== '')) {
		notes.push({ kind: 'more_cells' })
	}
	if (cells.some((cell) => UNREADABLE.test(cell))) {
		notes.push({ kind: 'unreadable' })
	}
	return { position, name, row, notes, doubts }
}

/** A member of members.json; the answer for the whole file applies if theirs is missing. */
export function composeJson({ position, row }: JsonRow, agreement: Agreement | null): Composed {
	const name = typeof row.name === 'string' ? row.name : ''
	const agreed = row.consent !== undefined && row.consent !== null ? row.consent : agreement
	return { position, name, row: { ...row, ...agreed && { consent: agreed } }, notes: agreed ? [] : [{ kind: 'no_consent' }], doubts: [] }
}

/** Every doubt about the places of a table once, most frequent first. Places the card of a row already has are certain. */
export function doubtsOf(table: Pick<Table, 'headings' | 'rows'>, columns: readonly Column[], known: Known, held: HeldCards): (Doubt & { rows: number })[] {
	const read = columns.flatMap((column, i) => column === 'id' || column === 'territories' ? [i] : [])
	const context: Context = {
		headings: read.map((i) => table.headings[i] ?? ''),
		columns: read.map((i) => columns[i]!),
		vocabulary: { values: [], sectors: [] },
		known,
		// No answer restores its question.
		choices: {},
		agreement: null,
		held,
	}
	const found = new Map<string, Doubt & { rows: number }>()
	for (const doubt of table.rows.flatMap(({ position, cells }) => composeRow({ position, cells: read.map((i) => cells[i] ?? '') }, context).doubts)) {
		const known = found.get(doubt.text)
		found.set(doubt.text, { ...doubt, rows: (known?.rows ?? 0) + 1 })
	}
	return [...found.values()].sort((one, other) => other.rows - one.rows)
}

function sectors(found: readonly string[], known: readonly Word[], notes: Note[]): string[] {
	return [...new Set(found.flatMap((word) => sectorOf(word, known, notes)))]
}

function territories(cells: readonly string[], { columns, headings, known, choices }: Context): { places: Place[], doubts: Doubt[] } {
	const read = columns.flatMap((column, i) => column === 'territories' && cells[i]
		? [readPlaces(cells[i], known, choices, /\binsee\b/i.test(headings[i] ?? ''))]
		: [])
	const places = read.flatMap((cell) => cell.places)
	return {
		places: places.filter(({ kind, code }, i) => places.findIndex((place) => place.kind === kind && place.code === code) === i),
		doubts: read.flatMap((cell) => cell.doubts),
	}
}

function contact(email: string, phone: string, website: string, notes: Note[]): object | '' {
	const [address = '', ...more] = mailAddresses(email)
	if (more.length > 0) {
		notes.push({ kind: 'second_address', word: more[0] })
	}
	const ways = Object.entries({ email: address, phone: phone.replace(/\s+/g, ' '), website: webAddress(website) }).filter(([, way]) => way !== '')
	return ways.length === 0 ? '' : Object.fromEntries(ways)
}

/** The agreement of the row takes precedence over that of the file; an invalid day stays as written, for the report to name it. */
function consent(date: string, how: string, agreement: Agreement | null, notes: Note[]): Agreement | '' {
	const given = date === '' ? agreement?.date ?? '' : day(date) ?? date
	const manner = how || (agreement?.how ?? '')
	if (given === '' || manner === '') {
		notes.push({ kind: given === '' ? 'no_consent' : 'how_missing' })
		return ''
	}
	return { date: given, how: manner }
}
