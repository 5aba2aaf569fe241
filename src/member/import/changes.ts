/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { TableRow } from '../../shared/lib/readTable.ts'
import type { CardKind, Handout, Item, ItemKind, Place } from '../model.ts'
import type { CardPart } from '../parts.ts'
import type { Column, Field } from './mapping.ts'
import type { Doubt } from './places.ts'
import type { Composed, Context, Note, Word } from './rows.ts'

import { lines, mailAddresses, webAddress, words } from '../../shared/lib/cells.ts'
import { fold } from '../../shared/lib/fold.ts'
import { cellText } from '../../shared/lib/readTable.ts'
import { same } from '../../shared/lib/same.ts'
import { idOrWord } from '../../shared/lib/wordList.ts'
import { CARD_KINDS } from '../model.ts'
import { ROWS } from '../parts.ts'
import { cellOf } from '../table/cell.ts'
import { readPlaces } from './places.ts'

/** A card as its members see it now, and as a table contains it. */
export interface Held {
	card: Handout
	/** The cell of each column, entry by entry. */
	cells: ReadonlyMap<Column, readonly string[]>
}

/** The cards of exported tables. */
export interface HeldCards {
	/** By keyBase(). */
	cards: ReadonlyMap<string, Held>
	/** The label of each term of the vocabulary by its id. */
	labels: ReadonlyMap<string, string>
	/** The kinds of things sought or offered by their names, folded. */
	kinds: ReadonlyMap<string, ItemKind>
}

/** A cell that differs from the card. */
export interface Change {
	field: Field
	before: string
	after: string
}

const KEY = /^(([1-9]\d{0,17})-[b-z]{8})(?:-[b-z]{8})?$/
/** Maximum number of lines of one entry that is recognised. */
const MOST_LINES = 8
const KIND_WORDS: Record<CardKind, string[]> = {
	person: ['person', 'personne', 'persona'],
	organisation: ['organisation', 'organization', 'organizacion', 'organitzacio'],
}

/** The part of a card's key that survives edits of the card (lib/Member/Card/TableKey.php); null: it is no key. */
export function keyBase(id: string): string | null {
	return KEY.exec(id)?.[1] ?? null
}

/** The id of the card of a key; null: it is no key. */
export function keyCard(id: string): number | null {
	const card = KEY.exec(id)?.[2]
	return card === undefined ? null : Number(card)
}

/** The column with the keys of cards, whatever its title; -1 without one. */
export function keyColumn(rows: readonly TableRow[], width: number): number {
	return Array.from({ length: width }, (_, i) => rows.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== ''))
		.findIndex((filled) => filled.length > 0 && filled.every((cell) => keyBase(cell) !== null))
}

/** The card of a row; undefined if it is not from an exported table, or the card is no longer shown. */
export function heldOf(id: string, held: HeldCards | undefined): Held | undefined {
	return held?.cards.get(keyBase(id) ?? '')
}

/** The changes of one line of an exported table to its card. An emptied cell empties the content the table had of the card. */
export function composeChanges({ position, cells }: TableRow, context: Context, held: Held): Composed {
	const notes: Note[] = []
	const doubts: Doubt[] = []
	const row: Record<string, unknown> = {}
	const contact: Record<string, string> = {}
	const changes: Change[] = []
	const texts = textsOf(cells, context.columns)
	for (const [field, after] of texts) {
		const before = cellText(cellOf(field, held.cells.get(field) ?? []))
		if (after === before || ((field === 'name' || field === 'kind') && after === '')) {
			continue
		}
		if (field === 'kind') {
			// A card keeps its kind: the row is refused with a reason, not imported without it.
			const kind = kindOf(after)
			if (kind === (held.card.kind ?? 'person')) {
				continue
			}
			row.kind = kind
		} else if (field === 'email' || field === 'phone' || field === 'website') {
			const way = wayOf(field, after)
			if (way === (held.card.contact?.[field] ?? '')) {
				continue
			}
			contact[field] = way
		} else {
			const value = valueOf(field, after, context, held, notes, doubts)
			if (same(value, held.card[field] ?? (typeof value === 'string' ? '' : []))) {
				continue
			}
			row[field] = value
		}
		changes.push({ field, before, after })
	}
	return {
		position,
		name: texts.get('name') || held.card.name,
		row: { id: cells[context.columns.indexOf('id')], ...row, ...Object.keys(contact).length > 0 && { contact } },
		notes,
		doubts,
		changes,
	}
}

type Compared = 'name' | 'kind' | CardPart | 'email' | 'phone' | 'website'

function isCompared(field: Column): field is Compared {
	return field in ROWS ? field !== 'contact' as Column : field === 'name' || field === 'kind' || field === 'email' || field === 'website'
}

/** The text of each field with a column in the table. */
function textsOf(cells: readonly string[], columns: readonly Column[]): Map<Compared, string> {
	const texts = new Map<Compared, string>()
	columns.forEach((column, i) => {
		if (isCompared(column)) {
			texts.set(column, [texts.get(column), cells[i]].filter(Boolean).join('\n'))
		}
	})
	const named = (['firstName', 'familyName'] as const).map((column) => cells[columns.indexOf(column)] ?? '').filter(Boolean).join(' ')
	return named && !texts.has('name') ? texts.set('name', named) : texts
}

function wayOf(field: 'email' | 'phone' | 'website', text: string): string {
	return field === 'email' ? mailAddresses(text)[0] ?? '' : field === 'website' ? webAddress(text) : text.replace(/\s+/g, ' ')
}

function valueOf(field: 'name' | CardPart, text: string, context: Context, held: Held, notes: Note[], doubts: Doubt[]): unknown {
	const kind = field === 'name' ? 'line' : ROWS[field].kind
	const known = <T>() => ((held.card[field] ?? []) as T[]).map((entry, i) => [cellText(held.cells.get(field)?.[i] ?? ''), entry] as const)
	switch (kind) {
		case 'line':
		case 'text':
			return text
		case 'items':
			return entriesOf(text, '\n', known<Item>(), (line) => lines(line).map((one) => itemOf(one, context)))
		case 'values':
			return [...new Set(entriesOf(text, ';', known<string>(), (word) => words(word).map((one) => idOrWord(one, context.vocabulary.values))))]
		case 'terms':
			return [...new Set(entriesOf(text, ';', known<string>(), (word) => words(word).flatMap((one) => sectorOf(one, context.vocabulary.sectors, notes))))]
		case 'places':
			return entriesOf(text, ';', known<Place>(), (word) => {
				const read = readPlaces(word, context.known, context.choices)
				doubts.push(...read.doubts)
				notes.push(...read.doubts.map(({ text: unclear }): Note => ({ kind: 'unclear_place', word: unclear })))
				return read.places
			})
		case 'words':
			return [...new Set(entriesOf(text, ';', known<string>(), words))]
	}
}

/**
 * The entries of a cell. An entry that is written as on the card keeps all that a table cannot hold; others are parsed again.
 *
 * @param cell its text
 * @param mark separator of entries, besides line breaks
 * @param known the entries of the card, as written in the table
 * @param read parses a new entry
 */
function entriesOf<T>(cell: string, mark: '\n' | ';', known: readonly (readonly [string, T])[], read: (text: string) => T[]): T[] {
	const left = [...known]
	const parts = cell.split(mark === ';' ? /([;\n])/ : /(\n)/)
	const found: T[] = []
	for (let at = 0; at < parts.length;) {
		let taken = 0
		for (let length = Math.min(MOST_LINES * 2 - 1, parts.length - at); length > 0 && taken === 0; length -= 2) {
			const text = cellText(parts.slice(at, at + length).join(''))
			const index = left.findIndex(([written]) => written === text && text !== '')
			if (index >= 0) {
				found.push(left.splice(index, 1)[0]![1])
				taken = length
			}
		}
		if (taken === 0) {
			// Commas are separators only if nothing else is.
			const text = parts[at]!.trim()
			found.push(...text === '' ? [] : read(mark === ';' && parts.length > 1 ? `${text};` : text))
		}
		at += (taken || 1) + 1
	}
	return found
}

/** A thing sought or offered in the format of tables: « a saw (Equipment, Wood) ». */
function itemOf(text: string, { held }: Context): Item {
	const [, words, about] = /^(.*\S) \(([^()]+)\)$/s.exec(text) ?? []
	const ids = new Map([...held!.labels].map(([id, label]) => [fold(label), id]))
	const names = about?.split(', ') ?? []
	const kinds = names.flatMap((name) => held!.kinds.get(fold(name)) ?? [])
	const terms = names.flatMap((name) => held!.kinds.has(fold(name)) ? [] : ids.get(fold(name)) ?? [])
	return words !== undefined && kinds.length <= 1 && kinds.length + terms.length === names.length
		? { text: words, terms, ...kinds[0] && { kind: kinds[0] } }
		: { text, terms: [] }
}

/** A kind of card in our languages; other words stay, and are refused with their row. */
export function kindOf(word: string): string {
	return CARD_KINDS.find((kind) => KIND_WORDS[kind].includes(fold(word))) ?? word
}

/** The sector with this name; null, with a note, if there is none. */
export function sectorOf(word: string, known: readonly Word[], notes: Note[]): string[] {
	const folded = fold(word)
	const term = known.find(({ id, label, spellings = [], retired }) => !retired && ([label, ...spellings].some((name) => fold(name) === folded) || id === word))
	if (!term) {
		notes.push({ kind: 'unknown_sector', word })
	}
	return term ? [term.mergedInto ?? term.id] : []
}
