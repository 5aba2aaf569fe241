/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, expect, it } from 'vitest'
import { EXPIRY } from '../shared/lib/draftStore.ts'
import { ownerOf, readDraft, saveDraft } from './draft.ts'
import { emptyFields } from './edit.ts'

const base = emptyFields('2026-11-24')
const owner = ownerOf('odile', { from: null })
const draft = { written: 1000, key: 'a-key-of-mine', base, mine: { ...base, kind: 'need' as const, title: 'Une grange' } }

beforeEach(() => localStorage.clear())

it('keeps what was written, for the same account and the same notice only', () => {
	saveDraft(localStorage, owner, draft)
	expect(readDraft(localStorage, owner, 2000)).toEqual(draft)
	for (const other of [
		ownerOf('peire', { from: null }),
		ownerOf('odile', { id: 4 }),
		ownerOf('odile', { from: { member: null, origin: { part: 'seeks', index: 0 } } }),
	]) {
		expect(readDraft(localStorage, other, 2000)).toBeNull()
	}
	expect(ownerOf('odile', { from: { member: 9, origin: { part: 'seeks', index: 0 } } }))
		.not.toEqual(ownerOf('odile', { from: { member: null, origin: { part: 'seeks', index: 0 } } }))
})

it('reads a draft that is older than the field “how”', () => {
	const { how, ...before } = base
	localStorage.setItem('reseau.draft.odile.notice-new', JSON.stringify({ format: 'reseau-notice-1', ...draft, base: before, mine: { ...before, title: 'Une grange' } }))
	expect(readDraft(localStorage, owner, 2000)?.mine).toEqual({ ...before, title: 'Une grange', how })
})

it('forgets it once nothing differs, or it is old', () => {
	saveDraft(localStorage, owner, draft)
	expect(readDraft(localStorage, owner, 1000 + EXPIRY + 1)).toBeNull()
	saveDraft(localStorage, owner, { ...draft, mine: base })
	expect(localStorage.length).toBe(0)
})

it('is not disturbed by what is no draft', () => {
	for (const text of ['{', '{"written":1}', 'null', JSON.stringify({ format: 'reseau-notice-1', ...draft, mine: { ...base, kind: 'war' } })]) {
		localStorage.setItem('reseau.draft.odile.notice-new', text)
		expect(readDraft(localStorage, owner, 1000)).toBeNull()
	}
})
