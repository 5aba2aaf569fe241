/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { trashedOf } from './trash.ts'

const lying = [
	{ name: 'a.md.d10', id: '1', from: 'Bib/a.md', at: 10 },
	{ name: 'a.md.d30', id: '3', from: 'Bib/a.md', at: 30 },
	{ name: 'a.md.d20', id: '2', from: 'Bib/a.md', at: 20 },
]

it.each([
	['2', '/ailleurs/b.md', 'a.md.d20'],
	['9', '/Bib/a.md', 'a.md.d30'],
	['9', '/Bib/b.md', undefined],
])('%s from %s is %s', (id, path, name) => {
	expect(trashedOf(lying, { id, path })?.name).toBe(name)
})
