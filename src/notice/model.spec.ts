/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { expect, it } from 'vitest'
import limits from '../../tests/fixtures/rules/notice-limits.json'
import { NewNoticeSchema, NOTICE_LIMITS } from './model.ts'

it('keeps to the limits of PHP', () => {
	expect(NOTICE_LIMITS).toEqual(limits)
})

it('needs a kind, a title and a key, and no more', () => {
	const least = { kind: 'offer', title: 'Un pressoir', key: 'a-key-of-mine' }
	expect(v.is(NewNoticeSchema, least)).toBe(true)
	for (const name of ['kind', 'title', 'key'] as const) {
		expect(v.is(NewNoticeSchema, { ...least, [name]: '' }), name).toBe(false)
	}
	expect(v.is(NewNoticeSchema, { ...least, title: 'é'.repeat(NOTICE_LIMITS.title + 1) })).toBe(false)
})
