/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { isSince } from './work.ts'

it.each([
	['the same moment', 1000, true],
	['five seconds before, by another clock', 995, true],
	['six seconds before', 994, false],
])('%s', (_, moment, expected) => {
	expect(isSince(moment, { begun: 1000 } as Parameters<typeof isSince>[1])).toBe(expected)
})
