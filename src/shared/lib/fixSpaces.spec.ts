// SPDX-FileCopyrightText: 2026 Réseau contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import cases from '../../../tests/fixtures/rules/fixed-spaces.json'
import { fixSpaces } from './fixSpaces.ts'

it.each(cases)('$text', ({ text, shown }) => {
	expect(fixSpaces(text)).toBe(shown)
	expect(fixSpaces(shown)).toBe(shown)
})
