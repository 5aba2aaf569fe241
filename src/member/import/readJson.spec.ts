/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { readJson } from './readJson.ts'

it.each([
	['[{"name": "Ana"}, 3, {"name": "Léo", "seeks": []}]', 3, null],
	['[{"name": "Ana"}', 0, 'broken_json'],
	['{"values": []}', 0, 'not_members'],
	['[{"title": "Eau"}]', 0, 'not_members'],
	['[]', 0, 'no_rows'],
])('%s', (text, rows, problem) => {
	expect(readJson(text)).toMatchObject({ rows: { length: rows }, problem })
})

it('keeps an invalid member in its place, for the report', () => {
	expect(readJson('[{"name": "Ana"}, 3]').rows).toEqual([{ position: 1, row: { name: 'Ana' } }, { position: 2, row: {} }])
})
