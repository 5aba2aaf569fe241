/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { isoDay } from './dates.ts'

it.each([
	[new Date(2026, 0, 5, 0, 1), '2026-01-05'],
	[new Date(2026, 10, 24, 23, 59), '2026-11-24'],
])('a moment belongs to the day where one is', (moment, day) => {
	expect(isoDay(moment)).toBe(day)
})
