/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { engagementOf, NOTHING, tooLong, writtenOf } from './engagement.ts'

it('a form left empty says nothing, and comes back empty', () => {
	expect(engagementOf(NOTHING)).toEqual({ commitment: '', hours: '', from: null, until: null, limits: '' })
	expect(writtenOf(engagementOf(NOTHING))).toEqual(NOTHING)
})

it('texts that are too long are told apart', () => {
	expect(tooLong({ ...NOTHING, hours: 'x'.repeat(121), limits: `  ${'x'.repeat(500)}  ` })).toEqual(['hours'])
})
