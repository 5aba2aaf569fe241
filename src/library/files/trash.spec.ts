/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { findInTrash } from './trash.ts'

const trash = [
	{ name: 'a.md.d10', id: '1', originalPath: 'Bib/a.md', deletedAt: 10 },
	{ name: 'a.md.d30', id: '3', originalPath: 'Bib/a.md', deletedAt: 30 },
	{ name: 'a.md.d20', id: '2', originalPath: 'Bib/a.md', deletedAt: 20 },
]

it.each([
	['2', '/ailleurs/b.md', 'a.md.d20'],
	['9', '/Bib/a.md', 'a.md.d30'],
	['9', '/Bib/b.md', undefined],
])('%s from %s is %s', (id, path, name) => {
	expect(findInTrash(trash, { id, path })?.name).toBe(name)
})
