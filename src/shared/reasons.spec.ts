/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { ApiError } from '../api/apiError.ts'
import { knowsReason, registerReasons, sentenceOf } from './reasons.ts'

it('says what is safe when the connection or the server fails while editing', () => {
	for (const reason of ['offline', 'server', 'login', 'too_many_requests']) {
		expect(sentenceOf(new ApiError(0, reason))).toContain('What you wrote is still here.')
		expect(sentenceOf(new ApiError(0, reason), true)).not.toContain('What you wrote')
	}
	expect(sentenceOf(new ApiError(403, 'not_allowed'))).not.toContain('What you wrote')
})

it('repeats what the server says of an upgrade', () => {
	expect(sentenceOf(new ApiError(503, 'updating', { serverMessage: 'Being updated.' }))).toBe('Being updated. What you wrote is still here.')
})

it('has a sentence for unknown reasons', () => {
	expect(sentenceOf(new ApiError(400, 'never_heard_of'))).toContain('went wrong')
	expect(sentenceOf(new TypeError('a mistake'))).not.toContain('a mistake')
})

it('uses the sentences of a domain', () => {
	expect(knowsReason('door_locked')).toBe(false)
	registerReasons({ door_locked: ({ field }) => `The ${field} is locked.` })
	expect(sentenceOf(new ApiError(400, 'door_locked', { field: 'cellar' }))).toBe('The cellar is locked.')
	expect(knowsReason('toString')).toBe(false)
})
