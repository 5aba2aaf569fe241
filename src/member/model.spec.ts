/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { CardChangesSchema, ConsentSchema, LIMITS, MemberPageSchema, MemberSchema } from './model.ts'
import { ROWS } from './parts.ts'
import { keptMember, sampleMember, samplePage } from './testing/sample.ts'

const item = { text: 'a', terms: [] }
const place = { code: '11206', kind: 'commune' as const, name: 'Limoux' }

/** A text and a list one longer than may be written. */
const text = (max: number) => 'a'.repeat(max + 1)
const list = <T>(entry: T, max: number): T[] => new Array<T>(max + 1).fill(entry)

/** Parts that are too long, each tested separately. */
const tooLong = {
	headline: text(ROWS.headline.max),
	drives: text(ROWS.drives.max),
	seeks: list(item, ROWS.seeks.max),
	offers: [{ text: text(LIMITS.itemText), terms: list('eau', LIMITS.itemTerms) }],
	skills: list('a', ROWS.skills.max),
	values: list('A', ROWS.values.max),
	sectors: list('eau', ROWS.sectors.max),
	trades: [text(LIMITS.word)],
	territories: list(place, ROWS.territories.max),
	networks: list('a', ROWS.networks.max),
	organisation: text(ROWS.organisation.max),
	role: text(ROWS.role.max),
	availability: text(ROWS.availability.max),
	limits: text(ROWS.limits.max),
	contact: { email: text(LIMITS.email), phone: text(LIMITS.phone), website: text(LIMITS.website) },
}

describe('a stored card', () => {
	it('may be longer than the limit of the form', () => {
		const member = keptMember({ ...tooLong, name: text(LIMITS.name), consent: { date: '2026-11-02', how: text(LIMITS.consentHow) } })
		expect(v.parse(MemberSchema, member)).toEqual(member)
		const page = samplePage([member, sampleMember({ id: 8 })])
		expect(v.parse(MemberPageSchema, page)).toEqual(page)
	})
})

describe('an edited card', () => {
	it.each(Object.entries({ ...tooLong, name: text(LIMITS.name) }))('keeps to the limit of %s', (part, value) => {
		expect(v.is(CardChangesSchema, { [part]: value })).toBe(false)
	})

	it('has its characters counted as readers count them', () => {
		expect(v.is(CardChangesSchema, { headline: '🌾'.repeat(ROWS.headline.max) })).toBe(true)
		expect(v.is(CardChangesSchema, { headline: '🌾'.repeat(ROWS.headline.max + 1) })).toBe(false)
		expect(v.is(ConsentSchema, { date: '2026-11-02', how: '🌾'.repeat(LIMITS.consentHow) })).toBe(true)
		expect(v.is(ConsentSchema, { date: '2026-11-02', how: text(LIMITS.consentHow) })).toBe(false)
	})
})
