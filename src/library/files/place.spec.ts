/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { isPlace, placeOf, queryOf, subjectOf, topOfLibrary } from './place.ts'

it.each([
	[{}, { folder: null, file: null }, null],
	[{ folder: '12' }, { folder: '12', file: null }, '12'],
	[{ folder: '12', file: ['34', '56'] }, { folder: '12', file: '34' }, '34'],
	[{ folder: '../etc', file: '1e3' }, { folder: null, file: null }, null],
])('%j is %j', (query, place, about) => {
	expect(placeOf(query)).toEqual(place)
	expect(subjectOf(query)?.id ?? null).toBe(about)
})

it('asks for folders wherever it names one, or a file', () => {
	expect([{}, { q: 'a' }, { folder: '12' }, { file: '34' }, topOfLibrary.query].map(isPlace)).toEqual([false, false, true, true, true])
	expect(queryOf({ folder: '12' }, { folder: null, file: null })).toEqual(topOfLibrary.query)
	expect(queryOf({}, { folder: null, file: '34' })).toEqual({ file: '34' })
})

it('keeps the other parameters of the address', () => {
	expect(queryOf({ q: 'jardin', folder: '1', file: '2' }, { folder: '3', file: null })).toEqual({ q: 'jardin', folder: '3' })
})
