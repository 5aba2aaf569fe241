/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Table } from '../../shared/lib/readTable.ts'
import type { Handout, Item } from '../model.ts'
import type { CardPart } from '../parts.ts'
import type { HeldCards } from './changes.ts'
import type { Composed, Context } from './rows.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../shared/lib/csv.ts'
import { cellText, readTable, tableOf } from '../../shared/lib/readTable.ts'
import { readSheet } from '../../shared/table/readSheet.ts'
import { writeSheet } from '../../shared/table/writeSheet.ts'
import { cardCells, cardTable, kindsByWord, ownTitles } from '../table/words.ts'
import { keyBase, keyCard, keyColumn } from './changes.ts'
import { proposeColumns } from './mapping.ts'
import { composeRow, doubtsOf } from './rows.ts'

const KEY = '7-bcdfghjk-mnpqrstv'
const labels = new Map([['wool', 'Laine, feutre'], ['wood', 'Bois'], ['listening', 'Écoute'], ['craft', 'Artisanat'], ['farming', 'Agriculture']])
const vocabulary = { values: [{ id: 'listening', label: 'Écoute' }], sectors: [{ id: 'craft', label: 'Artisanat' }, { id: 'farming', label: 'Agriculture' }] }
const yvonne: Handout = {
	id: 7,
	uid: null,
	key: KEY,
	name: 'Yvonne',
	joined: '2026-01-15',
	headline: '+ de laine',
	drives: 'Le vent\nla pluie',
	seeks: [{ text: 'Une fibre', terms: ['wool'], kind: 'equipment' }, { text: 'Du temps', terms: [] }, { text: 'en deux\nlignes', terms: ['wood'] }],
	skills: ['couture, tricot', 'feutre'],
	values: ['listening', 'Lenteur'],
	sectors: ['craft'],
	territories: [{ kind: 'commune', code: '81163', name: 'Mazamet' }, { kind: 'departement', code: '81', name: 'Tarn' }],
	contact: { email: 'yvonne@example.org', phone: '+33 5 00' },
}
const made = { addressOf: (id: number) => `https://cloud.example.org/members/${id}`, day: '24/11/2026' }

function heldOf(...cards: Handout[]): HeldCards {
	return { cards: new Map(cards.map((card) => [keyBase(card.key!)!, { card, cells: cardCells(card, labels) }])), labels, kinds: kindsByWord() }
}

/** The rows of a table, as the import takes them while the network has these cards. */
function plan({ headings, rows, width }: Table, ...cards: Handout[]): Composed[] {
	const proposed = proposeColumns(headings, width, ownTitles())
	const context: Context = { headings, columns: proposed, vocabulary, known: { index: { regions: [], departements: {}, epci: {} }, entries: [] }, choices: {}, agreement: { date: '2026-11-01', how: 'oral' }, held: heldOf(...cards) }
	expect(proposed[keyColumn(rows, width)]).toBe('id')
	return rows.map((row) => composeRow(row, context))
}

/** Cards as a table; the cells of a column can be edited. */
function exported(cards: Handout[], column?: string, edit: (cell: string) => string = () => ''): Table {
	const table = cardTable(cards, labels, made)
	const index = table[0]!.indexOf(column ?? '')
	return tableOf(table.map((cells, i) => ({ position: i + 1, cells: cells.map((cell, j) => cellText(i > 0 && j === index ? edit(cell) : cell)) })), true)
}

/** The changes to a card whose cell is edited. */
const edited = (column: string, edit: string | ((cell: string) => string)) => plan(exported([yvonne], column, typeof edit === 'string' ? () => edit : edit), yvonne)[0]!

const FORMATS: Record<string, (table: string[][]) => Promise<Table>> = {
	csv: async (table) => readTable(writeCsv(table, ';').slice(1), { delimiter: ';', heading: true, quotes: true }),
	ods: async (table) => tableOf((await readSheet(writeSheet(table, 'ods'))).map(({ position, cells }) => ({ position, cells: cells.map(cellText) })), true),
	xlsx: async (table) => tableOf((await readSheet(writeSheet(table, 'xlsx'))).map(({ position, cells }) => ({ position, cells: cells.map(cellText) })), true),
}

const text = fc.oneof(fc.constantFrom('=1+1', '+33', '0612', '\'a', 'a\nb', 'x  y', '(a)', 'a (Bois)', '- a', '1. b', 'a, b'), fc.string({ unit: 'grapheme', maxLength: 12 })).filter((one) => one.trim() !== '')
const item: fc.Arbitrary<Item> = fc.record({ text, terms: fc.subarray(['wool', 'wood']) })
const card: fc.Arbitrary<Handout> = fc.record({
	id: fc.constant(7),
	uid: fc.constant(null),
	key: fc.constant(KEY),
	joined: fc.constant('2026-01-15'),
	name: text,
	headline: text,
	drives: text,
	seeks: fc.array(item, { maxLength: 4 }),
	skills: fc.uniqueArray(text, { maxLength: 4 }),
	values: fc.uniqueArray(fc.constantFrom('listening', 'Lenteur', 'Ici; là'), { maxLength: 3 }),
	sectors: fc.uniqueArray(fc.constantFrom('craft', 'farming'), { maxLength: 2 }),
	territories: fc.subarray(yvonne.territories!),
	organisation: text,
	kind: fc.constant('organisation' as const),
	contact: fc.record({ email: fc.constantFrom('a@example.org', 'b@example.org'), phone: fc.constantFrom('+33 5', '0612345678') }, { requiredKeys: [] }),
}, { requiredKeys: ['id', 'uid', 'key', 'joined', 'name'] })

describe('a table that was exported and not edited', () => {
	it.each(Object.entries(FORMATS))('changes nothing (%s)', async (_, comeBack) => {
		await fc.assert(fc.asyncProperty(card, async (one) => {
			const [row] = plan(await comeBack(cardTable([one], labels, made)), one)
			expect(row).toMatchObject({ row: { id: KEY }, changes: [], notes: [], doubts: [] })
			expect(Object.keys(row!.row)).toEqual(['id'])
		}))
	})
})

describe('a table that was edited', () => {
	/** Values that a table can say in words: what other than the card itself parts or marks entries is not among them. */
	const word = fc.stringMatching(/^[a-zé]{1,8}( [a-zé]{1,8})?$/)
	const written: fc.Arbitrary<Partial<Handout>> = fc.oneof(
		fc.record({ name: word }),
		fc.record({ headline: word }),
		fc.record({ drives: fc.array(word, { maxLength: 3 }).map((lines) => lines.join('\n')) }),
		fc.record({ seeks: fc.array(fc.record({ text: word, terms: fc.subarray(['wood']) }), { maxLength: 4 }) }),
		fc.record({ skills: fc.uniqueArray(word, { maxLength: 4 }) }),
		fc.record({ values: fc.uniqueArray(fc.constantFrom('listening', 'Lenteur', 'Force'), { maxLength: 3 }) }),
		fc.record({ sectors: fc.uniqueArray(fc.constantFrom('craft', 'farming'), { maxLength: 2 }) }),
		fc.record({ organisation: fc.oneof(word, fc.constant('')) }),
	)

	it.each(Object.entries(FORMATS))('changes exactly what was edited (%s)', async (_, comeBack) => {
		await fc.assert(fc.asyncProperty(card, written, async (one, change) => {
			const [part, value] = Object.entries(change)[0]! as [CardPart, unknown]
			const [row] = plan(await comeBack(cardTable([{ ...one, ...change }], labels, made)), one)
			const before = one[part] ?? (Array.isArray(value) ? [] : '')
			expect(row!.row).toEqual(JSON.stringify(before) === JSON.stringify(value) ? { id: KEY } : { id: KEY, [part]: value })
			expect(row!.changes!.map(({ field }) => field)).toEqual(Object.keys(row!.row).slice(1))
		}))
	})

	it.each<[string, string | ((cell: string) => string), object]>([
		['Name', 'Yvonne Roux', { name: 'Yvonne Roux' }],
		['Name', '', {}],
		['In short', '', { headline: '' }],
		['Seeks', (cell) => cell.replace('Du temps', 'Du temps long'), { seeks: [yvonne.seeks![0], { text: 'Du temps long', terms: [] }, yvonne.seeks![2]] }],
		['Seeks', (cell) => `${cell}\nUne scie (Equipment, Bois)\nDu bois ; du lin`, { seeks: [...yvonne.seeks!, { text: 'Une scie', terms: ['wood'], kind: 'equipment' }, { text: 'Du bois', terms: [] }, { text: 'du lin', terms: [] }] }],
		['Seeks', '', { seeks: [] }],
		['Skills', (cell) => `${cell}; filage`, { skills: ['couture, tricot', 'feutre', 'filage'] }],
		['Skills', 'couture, tricot', { skills: ['couture, tricot'] }],
		['Skills', 'filage, tissage', { skills: ['filage', 'tissage'] }],
		['Values', 'lenteur; écoute', { values: ['Lenteur', 'listening'] }],
		['Sector', 'Agriculture\nArtisanat', { sectors: ['farming', 'craft'] }],
		['Place', 'Tarn', { territories: [yvonne.territories![1]] }],
		['Email', 'Yvonne <y@example.org>', { contact: { email: 'y@example.org' } }],
		['Phone', '', { contact: { phone: '' } }],
		['Website', 'example.org', { contact: { website: 'https://example.org' } }],
		['Kept by', 'Somebody', {}],
		['Exported on', '', {}],
	])('%s', (column, edit, change) => {
		expect(edited(column, edit).row).toEqual({ id: KEY, ...change })
	})

	it('says what it changes, and what of it is not understood', () => {
		expect(edited('In short', 'autre').changes).toEqual([{ field: 'headline', before: '+ de laine', after: 'autre' }])
		expect(edited('Sector', 'Artisanat; Astrologie')).toMatchObject({ row: { id: KEY }, changes: [], notes: [{ kind: 'unknown_sector', word: 'Astrologie' }] })
		expect(edited('Place', 'Mazamet; Tarn; Atlantide')).toMatchObject({ changes: [], notes: [{ kind: 'unclear_place', word: 'Atlantide' }], doubts: [{ text: 'Atlantide' }] })
	})

	it('asks about places that are new to its card, not about those it has', () => {
		const asked = (table: Table) => doubtsOf(table, proposeColumns(table.headings, table.width, ownTitles()), { index: { regions: [], departements: {}, epci: {} }, entries: [] }, heldOf(yvonne))
		expect(asked(exported([yvonne]))).toEqual([])
		expect(asked(exported([yvonne], 'Place', (cell) => `${cell}; Prades`))).toEqual([{ text: 'Prades', candidates: [], rows: 1 }])
	})

	it('names another kind of card, for the row to be refused; emptied, it says nothing', () => {
		expect(edited('Kind of card', 'organización').row).toEqual({ id: KEY, kind: 'organisation' })
		expect(edited('Kind of card', 'société').row).toEqual({ id: KEY, kind: 'société' })
		expect(edited('Kind of card', 'personne')).toMatchObject({ row: { id: KEY }, changes: [] })
		expect(edited('Kind of card', '').changes).toEqual([])
	})

	it('says nothing of columns it does not have', () => {
		const table = exported([yvonne])
		const kept = [table.headings.indexOf('Name'), table.headings.indexOf('ID (keep this column)')]
		const only = (cells: readonly string[]) => kept.map((i) => cells[i]!)
		expect(plan({ ...table, headings: only(table.headings), rows: table.rows.map((row) => ({ ...row, cells: only(row.cells) })), width: 2 }, yvonne)[0]!.row).toEqual({ id: KEY })
	})

	it('a row of a card that is not shown any more, or of another network, is a row like any other', () => {
		expect(plan(exported([yvonne]))[0]).toMatchObject({ row: { id: KEY, name: 'Yvonne', consent: { how: 'oral' } } })
		expect(plan(exported([yvonne]))[0]!.changes).toBeUndefined()
	})
})

it('keys are known by their form, whatever their letters say of edits', () => {
	expect([KEY, '7-bcdfghjk', '7', '07-bcdfghjk', '7-abcdefgh', 'a@example.org', `${KEY}-bcdfghjk`].map(keyBase)).toEqual(['7-bcdfghjk', '7-bcdfghjk', null, null, null, null, null])
	expect(keyCard(KEY)).toBe(7)
	expect(keyColumn([{ position: 1, cells: ['a', ''] }, { position: 2, cells: ['b', KEY] }], 3)).toBe(1)
	expect(keyColumn([{ position: 1, cells: ['7', KEY] }, { position: 2, cells: ['8', 'x'] }], 2)).toBe(-1)
})
