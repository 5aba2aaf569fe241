/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/sheet-limits.json'
import { SHEET_LIMITS } from './model.ts'

it('limits sheets as PHP does', () => {
	expect(SHEET_LIMITS).toEqual(limits)
})
