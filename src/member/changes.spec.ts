/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Card } from './changes.ts'

import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import rules from '../../tests/fixtures/rules/card-parts.json'
import { anyCard, anyField, memberWith } from '../../tests/support/cards.ts'
import { audiencesOf, breaches, cardOf, changedFields, changesOf, characters, clean, fieldOf, FIELDS, localPath, same } from './changes.ts'
import { CardChangesSchema, LIMITS } from './model.ts'
import { CARD_PARTS, ROWS } from './parts.ts'

const empty = cardOf(memberWith())
const card = (parts: Partial<Card>): Card => ({ ...empty, ...parts })

describe('the rules shared with PHP', () => {
	it('are those of the model', () => {
		const rows = Object.entries(ROWS).map(([part, row]) => [part, { wide: false, ...row }])
		expect({ limits: LIMITS, parts: Object.fromEntries(rows) }).toEqual(rules)
		expect(rows.map(([part]) => part)).toEqual(Object.keys(rules.parts))
	})
})

describe('cardOf', () => {
	it('has every field, also for a card with empty parts', () => {
		expect(Object.keys(empty).sort()).toEqual([...FIELDS].sort())
		expect(empty).toMatchObject({ name: 'Yvonne Cazalis', drives: '', seeks: [], email: '', 'audience.phone': 'me' })
	})

	it('keeps existing values', () => {
		const member = memberWith({
			drives: 'Le pain.',
			offers: [{ text: 'Un four', terms: [], kind: 'equipment' }],
			contact: { email: null, phone: '01 99 00 11 06' },
		})
		expect(cardOf(member)).toMatchObject({ drives: 'Le pain.', offers: member.offers, email: '', phone: '01 99 00 11 06', website: '' })
	})
})

describe('clean', () => {
	it.each([
		['drives', ' a \n', 'a'],
		['website', 'example.org/moi', 'https://example.org/moi'],
		['website', 'http://example.org', 'http://example.org'],
		['website', ' ', ''],
		['skills', ['a'], ['a']],
		['audience.phone', 'me', 'me'],
		['seeks', [{ text: ' ', terms: ['x'] }, { text: ' b', terms: [] }], [{ text: 'b', terms: [] }]],
		['offers', [{ about: 'thing/bread-oven', kind: 'equipment', terms: [], text: 'Un four ' }], [{ text: 'Un four', terms: [], kind: 'equipment', about: 'thing/bread-oven' }]],
	] as const)('%s %j → %j', (field, value, expected) => {
		expect(clean(field, value as never)).toEqual(expected)
	})

	it('changes nothing when applied twice', () => {
		fc.assert(fc.property(anyCard, anyField, (any, field) => {
			expect(clean(field, clean(field, any[field]))).toEqual(clean(field, any[field]))
		}))
	})
})

describe('changedFields', () => {
	it('compares values, ignoring differences of notation', () => {
		expect(changedFields(empty, card({ drives: ' ', seeks: [{ text: '', terms: [] }], 'audience.seeks': 'public', role: 'maire' })))
			.toEqual(['role', 'audience.seeks'])
	})

	it('is empty exactly for cards that are the same', () => {
		fc.assert(fc.property(anyCard, anyCard, (a, b) => {
			expect(changedFields(a, a)).toEqual([])
			expect(changedFields(a, b)).toEqual(changedFields(b, a))
			expect(changedFields(a, b)).toEqual(FIELDS.filter((field) => !same(field, a[field], b[field])))
		}))
	})
})

describe('changesOf', () => {
	const stored = card({ email: 'odile@example.org', phone: '01 99 00 11 06' })

	it('sends only changed parts', () => {
		const mine = card({ ...stored, drives: 'Le pain. ', role: 'maire' })
		expect(changesOf(stored, mine, ['drives'])).toEqual({ drives: 'Le pain.' })
	})

	it('sends contact as a whole, its other fields as they are stored', () => {
		const mine = card({ ...stored, email: 'autre@example.org', phone: '', website: 'example.org' })
		expect(changesOf(stored, mine, ['website'])).toEqual({
			contact: { email: 'odile@example.org', phone: '01 99 00 11 06', website: 'https://example.org' },
		})
		expect(changesOf(stored, mine, ['phone'])).toEqual({ contact: { email: 'odile@example.org', phone: null, website: null } })
	})

	it('sends the audience only where it was changed', () => {
		const mine = card({ 'audience.seeks': 'public', 'audience.phone': 'groups' })
		expect(changesOf(empty, mine, ['audience.seeks'])).toEqual({ audience: { seeks: 'public' } })
	})

	it('applied to the stored card gives the edited card', () => {
		fc.assert(fc.property(anyCard, anyCard, (base, mine) => {
			const { audience, ...changes } = changesOf(base, mine, changedFields(base, mine))
			expect(v.is(CardChangesSchema, { ...changes, audience })).toBe(true)
			const member = memberWith({ ...stripped(base), ...changes, audience: { ...audiencesOf(base), ...audience } })
			expect(changedFields(cardOf(member), mine)).toEqual([])
		}))
	})

	/** A card as the parts of a member. */
	function stripped({ name, email, phone, website, ...rest }: Card) {
		return { name, ...Object.fromEntries(CARD_PARTS.map((part) => [part, rest[part]])), contact: { email, phone, website } }
	}
})

describe('breaches', () => {
	it.each([
		[{ name: ' ' }, { path: 'name', reason: 'name_missing', max: 120, length: 0 }],
		[{ headline: 'x'.repeat(81) }, { path: 'headline', reason: 'too_long', max: 80, length: 81 }],
		[{ headline: ` ${'x'.repeat(80)} ` }, undefined],
		[{ headline: '🌻'.repeat(80) }, undefined],
		[{ seeks: [{ text: 'a', terms: [] }, { text: 'x'.repeat(501), terms: [] }] }, { path: 'seeks.1.text', reason: 'too_long', max: 500, length: 501 }],
		[{ skills: Array.from({ length: 31 }, (_, i) => `${i}`) }, { path: 'skills', reason: 'too_many', max: 30, length: 31 }],
		[{ trades: ['x'.repeat(121)] }, { path: 'trades.0', reason: 'too_long', max: 120, length: 121 }],
		[{ offers: Array.from({ length: 25 }, () => ({ text: ' ', terms: [] })) }, undefined],
		[{ offers: [{ text: 'a', terms: Array.from({ length: 13 }, (_, i) => `${i}`) }] }, { path: 'offers.0.terms', reason: 'too_many', max: 12, length: 13 }],
	] as const)('of %j', (parts, expected) => {
		expect(breaches(card(parts as unknown as Partial<Card>))).toEqual(expected ? [expected] : [])
	})
})

describe('characters', () => {
	it('counts as the server does', () => {
		expect(characters('é🌻a')).toBe(3)
	})
})

describe('places in server errors', () => {
	it.each([
		['seeks.0.text', 'seeks'],
		['contact.email', 'email'],
		['contact', 'email'],
		['audience.phone', 'audience.phone'],
		['values.3', 'values'],
		['name', 'name'],
		['colour', undefined],
	])('%s is in %s', (path, field) => {
		expect(fieldOf(path)).toBe(field)
	})

	it.each([
		['seeks.1.text', 'seeks.2.text'],
		['seeks.0.text', 'seeks.0.text'],
		['seeks', 'seeks'],
		['contact.phone', 'phone'],
		['territories.1', 'territories.1'],
	])('%s is %s next to an empty line', (path, local) => {
		const lines = ['a', ' ', 'b'].map((text) => ({ text, terms: [] }))
		expect(localPath(path, card({ seeks: lines }))).toBe(local)
	})
})
