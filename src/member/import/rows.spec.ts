/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Column } from './mapping.ts'
import type { Context } from './rows.ts'

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import addresses from '../../../tests/fixtures/rules/addresses.json'
import { NewCardSchema } from '../model.ts'
import { withoutUnfit } from './addresses.ts'
import { FIELDS } from './mapping.ts'
import { composeJson, composeRow, doubtsOf } from './rows.ts'

const context: Context = {
	headings: [],
	columns: [],
	vocabulary: { values: [{ id: 'ecoute', label: 'Écoute' }], sectors: [{ id: 'arts-culture', label: 'Arts et culture' }] },
	known: { index: { regions: [], departements: {}, epci: {} }, entries: [] },
	choices: {},
	agreement: null,
}
function compose(cells: Partial<Record<Column, string>>, more: Partial<Context> = {}) {
	return composeRow(
		{ position: 2, cells: Object.values(cells) },
		{ ...context, columns: Object.keys(cells) as Column[], ...more },
	)
}

describe('a line as a member', () => {
	it('has each value in its field', () => {
		expect(compose({
			firstName: 'Maëlle',
			familyName: 'ROUMÉGOUS',
			seeks: 'une pelouse; des bras',
			skills: 'écoute, couture',
			values: 'ecoute; joie de vivre',
			sectors: 'ARTS ET CULTURE',
			email: 'Maëlle <maelle@example.org>',
			phone: '01 99',
			website: 'example.org',
			id: '7',
			headline: '',
			consentDate: '24/11/2026',
			consentHow: 'au marché',
		}).row).toEqual({
			name: 'Maëlle ROUMÉGOUS',
			id: '7',
			seeks: [{ text: 'une pelouse', terms: [] }, { text: 'des bras', terms: [] }],
			skills: ['écoute', 'couture'],
			values: ['ecoute', 'Joie de vivre'],
			sectors: ['arts-culture'],
			contact: { email: 'maelle@example.org', phone: '01 99', website: 'https://example.org' },
			consent: { date: '2026-11-24', how: 'au marché' },
		})
	})

	it('lists what is left out, and imports the rest', () => {
		const { row, notes, doubts } = compose({ name: 'Ana', sectors: 'Astrologie', territories: 'Atlantide', email: 'a@example.org; b@example.org' })
		expect(row).toEqual({ name: 'Ana', contact: { email: 'a@example.org' } })
		expect(notes).toEqual([
			{ kind: 'unknown_sector', word: 'Astrologie' }, { kind: 'unclear_place', word: 'Atlantide' },
			{ kind: 'second_address', word: 'b@example.org' }, { kind: 'no_consent' },
		])
		expect(doubts).toEqual([{ text: 'Atlantide', candidates: [] }])
	})

	it('is previewed without the addresses that its card will not have', () => {
		const { row, notes } = withoutUnfit(compose({ name: 'Ana', email: 'ana(at)example.org', phone: '01 99', website: 'ici' }))
		expect(row).toEqual({ name: 'Ana', contact: { phone: '01 99' } })
		expect(notes).toEqual([{ kind: 'bad_address', word: 'ana(at)example.org' }, { kind: 'bad_address', word: 'ici' }, { kind: 'no_consent' }])
		const whole = compose({ name: 'Ana', email: 'ana@example.org', website: 'example.org' })
		expect(withoutUnfit(whole)).toEqual(whole)
		const odd = composeJson({ position: 1, row: { name: 'Ana', contact: 'ana' } }, null)
		expect(withoutUnfit(odd)).toEqual(odd)
	})

	it.each(['email', 'website'] as const)('the %s is taken or left out as the server does', (way) => {
		const fits = (address: string) => withoutUnfit({ position: 1, name: '', row: { contact: { [way]: address } }, notes: [], doubts: [] }).notes.length === 0
		expect(addresses[way].fits.filter((address) => !fits(address))).toEqual([])
		expect(addresses[way].unfit.filter(fits)).toEqual([])
	})

	it('keeps texts unchanged, however they look', () => {
		expect(compose({ name: '<b>Ana</b>', drives: '=1+1' }).row).toEqual({ name: '<b>Ana</b>', drives: '=1+1' })
	})

	it('reports cells beyond the headings and unreadable characters', () => {
		const row = composeRow({ position: 2, cells: ['S\uFFFDn\uFFFDs', 'trop'] }, { ...context, columns: ['name'] })
		expect(row.notes.map(({ kind }) => kind)).toEqual(['no_consent', 'more_cells', 'unreadable'])
		expect(compose({ name: 'MaÃ«lle' }).notes.map(({ kind }) => kind)).toContain('unreadable')
	})

	it.each([
		['the answer for all', {}, { date: '2026-11-01', how: 'à la réunion' }, { date: '2026-11-01', how: 'à la réunion' }],
		['the row’s own day', { consentDate: '2/11/2026' }, { date: '2026-11-01', how: 'à la réunion' }, { date: '2026-11-02', how: 'à la réunion' }],
		['a day that is none, as it was', { consentDate: 'hier', consentHow: 'oral' }, null, { date: 'hier', how: 'oral' }],
		['nothing without a manner', { consentDate: '2/11/2026' }, null, undefined],
		['nothing without a day', { consentHow: 'oral' }, null, undefined],
	])('agreement: %s', (_, cells, agreement, expected) => {
		expect(compose({ name: 'Ana', ...cells }, { agreement }).row.consent).toEqual(expected)
	})

	it.each([
		['Organisation', 'organisation'],
		['Organización', 'organisation'],
		['personne', 'person'],
		['société', 'société'],
		['', undefined],
	])('kind of card: %s', (cell, kind) => {
		expect(compose({ name: 'Ana', kind: cell }).row.kind).toBe(kind)
	})

	it('any cells make a valid member', () => {
		fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...FIELDS), fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 12 }), (cells) => {
			const { row } = composeRow({ position: 2, cells: cells.map(([, cell]) => cell.trim()) }, { ...context, columns: cells.map(([field]) => field) })
			const card = Object.fromEntries(Object.entries(row).filter(([part]) => part !== 'id' && part !== 'consent'))
			expect(v.safeParse(v.strictObject(NewCardSchema.entries), card).issues?.filter(({ type }) => type === 'strict_object') ?? []).toEqual([])
			expect(typeof row.name).toBe('string')
		}))
	})
})

it('a member of members.json keeps its own agreement, otherwise the common one', () => {
	const agreement = { date: '2026-11-01', how: 'oral' }
	const own = { date: '2025-01-01', how: 'papier' }
	expect(composeJson({ position: 1, row: { name: 'Ana', consent: own } }, agreement).row.consent).toEqual(own)
	expect(composeJson({ position: 1, row: { name: 'Ana', consent: null } }, agreement).row.consent).toEqual(agreement)
	expect(composeJson({ position: 1, row: {} }, null)).toMatchObject({ name: '', notes: [{ kind: 'no_consent' }] })
})

it('a doubt is asked about once, frequent ones first', () => {
	const rows = ['Ici', 'Là', 'Là'].map((place, i) => ({ position: i + 2, cells: ['Ana', place] }))
	expect(doubtsOf({ headings: ['Nom', 'Ville'], rows }, ['name', 'territories'], context.known, { cards: new Map(), labels: new Map(), kinds: new Map() })).toMatchObject([{ text: 'Là', rows: 2 }, { text: 'Ici', rows: 1 }])
})
