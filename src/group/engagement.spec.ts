/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { EMPTY_FORM, engagementOf, formOf, tooLong } from './engagement.ts'

it('an empty form sends nothing, and is shown empty again', () => {
	expect(engagementOf(EMPTY_FORM)).toEqual({ commitment: '', hours: '', from: null, until: null, limits: '' })
	expect(formOf(engagementOf(EMPTY_FORM))).toEqual(EMPTY_FORM)
})

it('lists the texts that are too long', () => {
	expect(tooLong({ ...EMPTY_FORM, hours: 'x'.repeat(121), limits: `  ${'x'.repeat(500)}  ` })).toEqual(['hours'])
})
