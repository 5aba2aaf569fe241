/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import fixture from '../../tests/fixtures/rules/contacts.json'
import { growth } from '../shared/testing/growth.ts'
import { findContacts, withoutContacts } from './contacts.ts'

describe('mail addresses and telephones', () => {
	it.each(fixture.cases)('$text', ({ text, cut }) => {
		expect(withoutContacts(text)).toBe(cut)
	})

	it('none is left after cutting, with any text around it', () => {
		const word = fc.string({ unit: fc.constantFrom(...'aé0169 .-/@()[]<>,;:\n'), maxLength: 12 })
		const contact = fc.constantFrom('lou@example.org', '06 39 98 09 22', '+33 6 39 98 09 22', 'lou [at] example.org')
		fc.assert(fc.property(fc.array(fc.oneof(word, contact), { maxLength: 8 }), (parts) => {
			const cut = withoutContacts(parts.join(' '))
			expect(findContacts(cut)).toEqual([])
			expect(cut).not.toMatch(/lou ?[@[]|39[ ]98/)
		}), { numRuns: 2000 })
	})

	it('a phone number before an at sign leaves no part of itself', () => {
		expect(withoutContacts('06 39 98 09 22 @a.a')).toBe('…')
		expect(findContacts('06 39 98 09 22 @a.a')).toEqual([{ kind: 'email', from: 0, to: 19 }])
	})

	it.each([['a', 1_000_000], ['0 ', 500_000], ['@', 10_000]])('a long text of %j takes time in proportion', async (part, times) => {
		expect(await growth((size) => findContacts(part.repeat(size)), times / 10)).toBeLessThan(3)
	})
})
