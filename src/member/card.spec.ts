/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { filledParts, hiddenParts, mailAddress, needsConsent, shortLine, webAddress } from './card.ts'
import { keptMember, sampleMember } from './testing/sample.ts'

const limoux = { code: '11206', kind: 'commune' as const, name: 'Limoux' }

describe('the line below a name', () => {
	it.each([
		[{ trades: ['éleveur', 'berger'], territories: [limoux] }, 'Éleveur, Limoux'],
		[{ trades: [], role: 'trésorière', territories: [limoux] }, 'Trésorière, Limoux'],
		[{ territories: [limoux], headline: 'Une phrase' }, 'Limoux'],
		[{ trades: ['feutrière'] }, 'Feutrière'],
		[{ headline: 'Une phrase' }, 'Une phrase'],
		[{}, ''],
		[{ trades: ['𝒶rtiste'] }, '𝒶rtiste'],
	])('of %j is %j', (parts, line) => {
		expect(shortLine(sampleMember(parts))).toBe(line)
	})
})

describe('parts', () => {
	const whole = sampleMember({
		headline: 'Une phrase',
		drives: '',
		seeks: [{ text: 'Un four', terms: [] }],
		offers: [],
		contact: { email: null, phone: '01 99 00 00 01' },
	})

	it('count as filled when they have content; the phone number separately from the other contact details', () => {
		expect(filledParts(whole)).toEqual(['headline', 'seeks', 'phone'])
		expect(filledParts(sampleMember({ contact: { website: 'https://www.example.org' } }))).toEqual(['contact'])
		expect(filledParts(sampleMember())).toEqual([])
	})

	it('count as hidden from another viewer when they are filled and not sent', () => {
		expect(hiddenParts(whole, sampleMember({ seeks: whole.seeks }))).toEqual(['headline', 'phone'])
		expect(hiddenParts(whole, whole)).toEqual([])
	})
})

it.each([
	['a.b@example.org', 'mailto:a.b@example.org'],
	['x?bcc=other@example.org', 'mailto:x%3Fbcc%3Dother@example.org'],
	['a&b@example.org', 'mailto:a%26b@example.org'],
])('the mail address %s becomes the link %s', (email, address) => {
	expect(mailAddress(email)).toBe(address)
})

describe('a website', () => {
	it.each([
		['https://www.example.org/a?b=c', 'https://www.example.org/a?b=c'],
		['http://example.org', 'http://example.org/'],
		['www.example.org', 'https://www.example.org/'],
		['javascript:alert(1)', null],
		['JaVaScRiPt:alert(1)', null],
		['data:text/html,x', null],
		['mailto:a@example.org', null],
		['not an address', null],
		['localhost', null],
		['', null],
	])('written as %j opens %j', (written, address) => {
		expect(webAddress(written)).toBe(address)
	})
})

describe('a kept card', () => {
	const can = { ...keptMember().can, recordConsent: true }

	it('waits for consent until it is entered', () => {
		expect(needsConsent(keptMember({ uid: null, can }))).toBe(true)
		expect(needsConsent(keptMember({ uid: null, can, consent: { date: '2026-11-24', how: 'de vive voix' } }))).toBe(false)
		expect(needsConsent(keptMember({ uid: 'yvonne' }))).toBe(false)
		expect(needsConsent(sampleMember({ uid: null }))).toBe(false)
	})
})
