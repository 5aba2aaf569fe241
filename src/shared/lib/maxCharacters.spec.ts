/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { maxCharacters } from './maxCharacters.ts'

const schema = v.pipe(v.string(), maxCharacters(3))

it.each(['', 'abc', 'éàü', '🌾🌾🌾', 'a🌾b'])('takes %s', (text) => {
	expect(v.parse(schema, text)).toBe(text)
})

it.each(['abcd', '🌾🌾🌾🌾'])('refuses %s', (text) => {
	expect(v.safeParse(schema, text).success).toBe(false)
})
