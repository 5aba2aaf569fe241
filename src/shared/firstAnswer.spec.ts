/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { setLocale } from '@nextcloud/l10n'
import { afterEach, describe, expect, it, vi } from 'vitest'
import avatars from '../../tests/fixtures/rules/avatars.json'
import drawings from '../../tests/fixtures/rules/icons.json'
import lists from '../../tests/fixtures/rules/lists.json'
import { listWords } from './l10n.ts'
import { initials, nameColour } from './lib/avatar.ts'
import { icons } from './lib/icons.ts'

describe('the page shows the same before and after its scripts are loaded:', () => {
	afterEach(() => vi.unstubAllGlobals())

	it('letters and colour of a person', () => {
		for (const { name, ...avatar } of avatars) {
			expect({ initials: initials(name), colour: nameColour(name) }, name).toEqual(avatar)
		}
	})

	it('drawings', () => {
		expect(icons).toMatchObject(drawings)
	})

	it('lists of words', () => {
		for (const [language, rows] of Object.entries(lists)) {
			vi.stubGlobal('OCA', { Reseau: { language } })
			setLocale(language)
			for (const [words, text] of rows as [string[], string][]) {
				expect(listWords(words)).toBe(text)
			}
		}
	})
})
