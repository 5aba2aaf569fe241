/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUDIENCES, PARTS } from './parts.ts'
import { commonAudience, DEFAULT_AUDIENCES, SECTIONS } from './parts.ts'

describe('SECTIONS', () => {
	it('contain every part once', () => {
		expect(Object.values(SECTIONS).flat().sort()).toEqual([...PARTS].sort())
	})
})

describe('commonAudience', () => {
	it.each([
		[SECTIONS.standpoint, {}, 'members'],
		[SECTIONS.standpoint, { role: 'me' }, 'mixed'],
		[SECTIONS.contact, { phone: 'public' }, 'groups'],
		[SECTIONS.phone, {}, 'me'],
	] as const)('of %j with %j is %s', (parts, audience, expected) => {
		expect(commonAudience(parts, { ...DEFAULT_AUDIENCES, ...audience })).toBe(expected)
	})

	it('is the one set for all, replacing the earlier ones', () => {
		const audience = fc.constantFrom(...AUDIENCES)
		const audiences = fc.record(Object.fromEntries(PARTS.map((part) => [part, audience]))) as fc.Arbitrary<typeof DEFAULT_AUDIENCES>
		fc.assert(fc.property(fc.constantFrom(...Object.values(SECTIONS)), audience, audiences, (parts, chosen, before) => {
			const after = { ...before, ...Object.fromEntries(parts.map((part) => [part, chosen])) }
			expect(commonAudience(parts, after)).toBe(chosen)
		}))
	})
})
