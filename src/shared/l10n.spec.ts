/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { setLanguage, setLocale } from '@nextcloud/l10n'
import { beforeAll, expect, it } from 'vitest'
import { dateWords, listWords, n, shortDate, t } from './l10n.ts'

beforeAll(() => {
	setLanguage('fr')
	setLocale('fr_FR')
})

it('leaves names unchanged', () => {
	expect(t('reseau', 'Card kept by {name}', { name: 'O’Brien & <b>fils</b> d\'Oc' })).toBe('Card kept by O’Brien & <b>fils</b> d\'Oc')
})

it('uses plurals', () => {
	expect(n('reseau', '%n person', '%n people', 1)).toBe('1 person')
	expect(n('reseau', '%n person', '%n people', 48)).toBe('48 people')
	expect(n('reseau', '%n person', '%n people', 5000)).toBe('5\u202f000 people')
})

it('writes a day in words, the same day in every time zone', () => {
	expect(dateWords('2026-11-24')).toBe('24 novembre 2026')
	expect(dateWords('2026-11-24T12:00:00+00:00')).toBe('24 novembre 2026')
	expect(shortDate('2026-11-24')).toBe('24 nov. 2026')
})

it('joins words as in a sentence', () => {
	expect(listWords(['a', 'b', 'c'])).toBe('a, b et c')
	expect(listWords(['a', 'b'], 'or')).toBe('a ou b')
	expect(listWords([])).toBe('')
})
