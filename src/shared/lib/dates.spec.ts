/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { daysOn } from './dates.ts'

it('counts days over months and years', () => {
	expect(daysOn('2026-12-31', 1)).toBe('2027-01-01')
	expect(daysOn('2028-02-28', 1)).toBe('2028-02-29')
	expect(daysOn('2026-11-24', 60)).toBe('2027-01-23')
})
