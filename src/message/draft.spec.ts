/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, expect, it } from 'vitest'
import { EXPIRY } from '../shared/lib/draftStore.ts'
import { draftOwner, keepDraft, readDraft } from './draft.ts'

const odile = draftOwner('odile', { to: 4 })
const draft = { written: 1000, text: 'Bonjour', key: 'a-key-of-mine' }

beforeEach(() => localStorage.clear())

it('keeps a message, for the same account and person only', () => {
	keepDraft(localStorage, odile, draft)
	expect(readDraft(localStorage, odile, 2000)).toEqual(draft)
	expect(readDraft(localStorage, draftOwner('odile', { to: 5 }), 2000)).toBeNull()
	expect(readDraft(localStorage, draftOwner('odile', { conversation: 4 }), 2000)).toBeNull()
	expect(readDraft(localStorage, draftOwner('odile', { notice: 4 }), 2000)).toBeNull()
	expect(readDraft(localStorage, draftOwner('peire', { to: 4 }), 2000)).toBeNull()
})

it('forgets it once it is empty or old', () => {
	keepDraft(localStorage, odile, draft)
	expect(readDraft(localStorage, odile, 1000 + EXPIRY + 1)).toBeNull()
	keepDraft(localStorage, odile, { ...draft, text: ' \n' })
	expect(localStorage.length).toBe(0)
})

it('is not disturbed by what is no draft', () => {
	for (const text of ['{', '{"written":1}', 'null']) {
		localStorage.setItem('reseau.draft.odile.message-to-4', text)
		expect(readDraft(localStorage, odile, 1000)).toBeNull()
	}
})
