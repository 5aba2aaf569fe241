/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Card } from './changes.ts'
import type { Copies } from './conflict.ts'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCard, anyField, memberWith } from '../../tests/support/cards.ts'
import { cardOf, changedFields, FIELDS, same } from './changes.ts'
import { canKeepBoth, choose, reconcile, settle, together } from './conflict.ts'

const base = cardOf(memberWith({ drives: 'Le pain.', skills: ['soudure'] }))
const card = (parts: Partial<Card>): Card => ({ ...base, ...parts })
const item = (text: string) => ({ text, terms: [] })

describe('reconcile', () => {
	it.each([
		['nothing happened', {}, {}, { drives: 'Le pain.' }, [], []],
		['changed here only', { drives: 'Le four.' }, {}, { drives: 'Le four.' }, [], []],
		['changed elsewhere only', {}, { drives: 'Le four.' }, { drives: 'Le four.' }, ['drives'], []],
		['changed both to the same', { drives: 'Le four. ' }, { drives: 'Le four.' }, { drives: 'Le four. ' }, [], []],
		['changed both', { drives: 'Le four.' }, { drives: 'Le blé.' }, { drives: 'Le four.' }, [], ['drives']],
		['changed in different fields', { role: 'maire' }, { drives: 'Le blé.' }, { role: 'maire', drives: 'Le blé.' }, ['drives'], []],
		['emptied here, changed elsewhere', { skills: [] }, { skills: ['feutre'] }, { skills: [] }, [], ['skills']],
		['who may see it, both', { 'audience.drives': 'me' }, { 'audience.drives': 'public' }, { 'audience.drives': 'me' }, [], ['audience.drives']],
	] as const)('%s', (_, mine, theirs, merged, taken, conflicts) => {
		const result = reconcile({ base, mine: card(mine as Partial<Card>), conflicts: [] }, card(theirs as Partial<Card>))
		expect(result.mine).toMatchObject(merged)
		expect(result.taken).toEqual(taken)
		expect(result.conflicts).toEqual(conflicts)
		expect(changedFields(result.base, card(theirs as Partial<Card>))).toEqual([])
	})

	it('keeps a conflict open while others keep editing, and closes it when the texts become equal', () => {
		const first = reconcile({ base, mine: card({ drives: 'Le four.' }), conflicts: [] }, card({ drives: 'Le blé.' }))
		expect(reconcile(first, card({ drives: 'Le seigle.' })).conflicts).toEqual(['drives'])
		expect(reconcile(first, card({ drives: 'Le blé.', role: 'maire' })).conflicts).toEqual(['drives'])
		expect(reconcile(first, card({ drives: 'Le four.' })).conflicts).toEqual([])
	})

	it('loses no text of either person', () => {
		fc.assert(fc.property(anyCard, anyCard, anyCard, (from, mine, theirs) => {
			const result = reconcile({ base: from, mine, conflicts: [] }, theirs)
			for (const field of FIELDS) {
				const here = !same(field, mine[field], from[field])
				const there = !same(field, theirs[field], from[field])
				const [kept, stored] = [result.mine[field], result.base[field]]
				expect(same(field, stored, theirs[field])).toBe(true)
				expect(same(field, kept, here ? mine[field] : theirs[field])).toBe(true)
				expect(result.conflicts.includes(field)).toBe(here && there && !same(field, mine[field], theirs[field]))
				expect(result.taken.includes(field)).toBe(there && !here)
			}
		}))
	})

	it('changes nothing when applied twice', () => {
		fc.assert(fc.property(anyCard, anyCard, anyCard, (from, mine, theirs) => {
			const once = reconcile({ base: from, mine, conflicts: [] }, theirs)
			expect(reconcile(once, theirs)).toEqual({ ...once, taken: [] })
		}))
	})
})

describe('settle', () => {
	it('keeps what the person typed meanwhile, and is finished with the rest', () => {
		const sent = card({ drives: 'Le four.', role: 'maire' })
		const after = settle({ base, mine: card({ drives: 'Le four à pain.', role: 'maire' }), conflicts: [] }, sent, ['drives', 'role'], sent)
		expect(changedFields(after.base, after.mine)).toEqual(['drives'])
		expect(after.mine.drives).toBe('Le four à pain.')
	})

	it('takes over the server’s version of the text', () => {
		const sent = card({ skills: ['feutre', 'feutre'] })
		const after = settle({ base, mine: sent, conflicts: [] }, sent, ['skills'], card({ skills: ['feutre'] }))
		expect(after.mine.skills).toEqual(['feutre'])
	})

	it('does not remove a space just typed', () => {
		const sent = card({ drives: 'Le four ' })
		expect(settle({ base, mine: sent, conflicts: [] }, sent, ['drives'], card({ drives: 'Le four' })).mine.drives).toBe('Le four ')
	})

	it('keeps open what is in conflict', () => {
		const copies: Copies = { base, mine: card({ drives: 'Le four.', role: 'maire' }), conflicts: ['drives'] }
		const after = settle(copies, copies.mine, ['role'], card({ role: 'maire' }))
		expect(after.conflicts).toEqual(['drives'])
		expect(after.mine.drives).toBe('Le four.')
	})

	it('leaves nothing to save when everything was sent and nothing typed since', () => {
		fc.assert(fc.property(anyCard, anyCard, (from, mine) => {
			const after = settle({ base: from, mine, conflicts: [] }, mine, changedFields(from, mine), mine)
			expect(changedFields(after.base, after.mine)).toEqual([])
		}))
	})

	it('never removes text typed since', () => {
		fc.assert(fc.property(anyCard, anyCard, anyCard, anyCard, anyField, (from, sent, mine, stored, field) => {
			const fields = changedFields(from, sent)
			const before = fields.includes(field) ? sent : from
			fc.pre(!same(field, mine[field], before[field]))
			expect(settle({ base: from, mine, conflicts: [] }, sent, fields, stored).mine[field]).toEqual(mine[field])
		}))
	})
})

describe('choose', () => {
	const copies: Copies = { base: card({ drives: 'Le blé.' }), mine: card({ drives: 'Le four.' }), conflicts: ['drives', 'role'] }

	it.each([
		['mine', 'Le four.'],
		['theirs', 'Le blé.'],
		['both', 'Le blé.\n\nLe four.'],
	] as const)('%s', (choice, text) => {
		const after = choose(copies, 'drives', choice)
		expect(after.mine.drives).toBe(text)
		expect(after.conflicts).toEqual(['role'])
		expect(after.base).toBe(copies.base)
	})
})

describe('together', () => {
	it.each([
		['drives', 'a', 'a b', 'a b'],
		['drives', '', 'b', 'b'],
		['skills', ['a', 'b'], ['c', 'b'], ['a', 'b', 'c']],
		['seeks', [item('a')], [item(' a '), item('b')], [item('a'), item('b')]],
		[
			'territories',
			[{ code: '11', kind: 'departement', name: 'Aude' }],
			[{ code: '11', kind: 'region', name: 'Île-de-France' }, { code: '11', kind: 'departement', name: 'Aude' }],
			[{ code: '11', kind: 'departement', name: 'Aude' }, { code: '11', kind: 'region', name: 'Île-de-France' }],
		],
	] as const)('%s: %j and %j', (field, stored, mine, both) => {
		expect(together(field, card({ [field]: stored }), card({ [field]: mine }))).toEqual(both)
	})

	it('contains all of both', () => {
		fc.assert(fc.property(anyCard, anyCard, anyField, (a, b, field) => {
			fc.pre(canKeepBoth(field))
			const both = together(field, a, b) as string | unknown[]
			for (const side of [a[field], b[field]] as (string | unknown[])[]) {
				const parts = typeof side === 'string' ? [side.trim()] : side.map((entry) => textOf(entry))
				const whole = typeof both === 'string' ? both : both.map((entry) => textOf(entry))
				expect(parts.every((part) => whole.includes(part))).toBe(true)
			}
		}))
	})

	function textOf(entry: unknown): string {
		return typeof entry === 'string' ? entry : (entry as { text?: string }).text?.trim() ?? JSON.stringify(entry)
	}
})
