/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { tooLongSentence } from './tooLong.ts'

it('says by how many characters a text is too long', () => {
	expect(tooLongSentence(` ${'🌾'.repeat(80)} `, 80)).toBe('')
	expect(tooLongSentence('🌾'.repeat(81), 80)).toContain('1 character too long.')
	expect(tooLongSentence('a'.repeat(83), 80)).toContain('3 characters too long.')
})
