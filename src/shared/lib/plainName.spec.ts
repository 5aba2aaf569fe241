/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { davPath } from './davPath.ts'
import { isPlainName } from './plainName.ts'

const fixture: { plain: string[], other: string[] } = JSON.parse(readFileSync('tests/fixtures/rules/plain-names.json', 'utf8'))

it('judges the names of the fixture as the server does', () => {
	expect(fixture.plain.filter((name) => !isPlainName(name))).toEqual([])
	expect(fixture.other.filter(isPlainName)).toEqual([])
	expect([isPlainName('a'.repeat(250)), isPlainName('é'.repeat(126))]).toEqual([true, false])
})

it('keeps a file with a plain name directly in its folder', () => {
	const part = fc.constantFrom('..', '.', '/', '\\', 'Prive', 'x.md', '%2e', ' ', '\u0000', '\n')
	fc.assert(fc.property(fc.oneof(fc.string(), fc.array(part).map((parts) => parts.join(''))).filter(isPlainName), (name) => {
		const { pathname } = new URL(davPath(['files', 'ann'], `/Groupe/${name}`), 'https://cloud.example.org/')
		expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'dav', 'files', 'ann', 'Groupe', name])
	}))
})
