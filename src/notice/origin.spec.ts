/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { readOrigin, writeOrigin } from './origin.ts'

it.each([['seeks:0', { part: 'seeks', index: 0 }], ['offers:12', { part: 'offers', index: 12 }], ['values:0', null], ['seeks:', null], ['seeks:x', null], [undefined, null], [['seeks:0'], null]])('is named in the address: %s', (text, origin) => {
	expect(readOrigin(text)).toEqual(origin)
	if (origin) {
		expect(writeOrigin(origin as never)).toBe(text)
	}
})
