/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { DraftStorage } from '../shared/lib/draftStore.ts'
import type { Card } from './changes.ts'
import type { Copies } from './conflict.ts'
import type { Draft } from './draft.ts'

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyCard, memberWith } from '../../tests/support/cards.ts'
import { deleteDraft } from '../shared/lib/draftStore.ts'
import { cardOf, changedFields } from './changes.ts'
import { keepDraft, readDraft, resumeDraft, saysMore } from './draft.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = Date.UTC(2026, 10, 24)
const owner = { uid: 'odile-marty', thing: 7 }
const base = cardOf(memberWith({ drives: 'Le pain.' }))
const card = (parts: Partial<Card>): Card => ({ ...base, ...parts })
const writing = (parts: Partial<Card>): Copies => ({ base, mine: card(parts), conflicts: [] })

let stored: Map<string, string>
let storage: DraftStorage

beforeEach(() => {
	stored = new Map()
	storage = {
		getItem: (key) => stored.get(key) ?? null,
		setItem: (key, value) => { stored.set(key, value) },
		removeItem: (key) => { stored.delete(key) },
	}
})

describe('a draft', () => {
	it('has the unsaved changes, and the values before them', () => {
		keepDraft(storage, owner, writing({ drives: 'Le four.' }), null, NOW)
		expect(readDraft(storage, owner, NOW)).toEqual({ written: NOW, mine: { drives: 'Le four.' }, base: { drives: 'Le pain.' } })
	})

	it('is removed once everything is saved', () => {
		keepDraft(storage, owner, writing({ drives: 'Le four.' }), null, NOW)
		keepDraft(storage, owner, writing({}), null, NOW)
		expect(stored.size).toBe(0)
	})

	it('can be discarded', () => {
		keepDraft(storage, owner, writing({ drives: 'Le four.' }), null, NOW)
		deleteDraft(storage, owner)
		expect(stored.size).toBe(0)
	})

	it('is for one account and one card', () => {
		keepDraft(storage, owner, writing({ drives: 'Le four.' }), null, NOW)
		expect(readDraft(storage, { ...owner, uid: 'admin' }, NOW)).toBeNull()
		expect(readDraft(storage, { ...owner, thing: 8 }, NOW)).toBeNull()
	})

	it('expires after a month', () => {
		keepDraft(storage, owner, writing({ drives: 'Le four.' }), null, NOW)
		expect(readDraft(storage, owner, NOW + 29 * DAY)).not.toBeNull()
		expect(readDraft(storage, owner, NOW + 31 * DAY)).toBeNull()
	})

	it('keeps an older one that was neither restored nor discarded', () => {
		const older: Draft = { written: NOW - DAY, mine: { role: 'maire' }, base: { role: '' } }
		keepDraft(storage, owner, writing({}), older, NOW)
		expect(readDraft(storage, owner, NOW)).toEqual(older)
		keepDraft(storage, owner, writing({ drives: 'Le four.' }), older, NOW)
		expect(readDraft(storage, owner, NOW)?.mine).toEqual({ role: 'maire', drives: 'Le four.' })
	})

	it.each(['', 'null', '{', '[]', '{"format":"reseau-draft-1"}', '{"format":"reseau-draft-1","written":1,"mine":{"drives":3},"base":{}}'])(
		'is ignored if the storage has %s',
		(text) => {
			storage.getItem = () => text
			expect(readDraft(storage, owner, 2)).toBeNull()
		},
	)

	it('is restored unchanged, with any content', () => {
		fc.assert(fc.property(anyCard, anyCard, (from, mine) => {
			const unsaved = changedFields(from, mine)
			keepDraft(storage, owner, { base: from, mine, conflicts: [] }, null, NOW)
			const draft = readDraft(storage, owner, NOW)
			expect(Object.keys(draft?.mine ?? {}).sort()).toEqual([...unsaved].sort())
			if (draft) {
				const resumed = resumeDraft({ base: from, mine: from, conflicts: [] }, draft)
				expect(changedFields(resumed.mine, mine)).toEqual([])
				expect(resumed.conflicts).toEqual([])
			}
		}))
	})
})

describe('saysMore', () => {
	it.each([
		[{ drives: 'Le four.' }, true],
		[{ drives: ' Le pain. ' }, false],
		[{}, false],
	])('%j: %s', (mine, more) => {
		expect(saysMore({ written: NOW, mine, base: {} }, base)).toBe(more)
	})
})

describe('resumeDraft', () => {
	const draft: Draft = { written: NOW, mine: { drives: 'Le four.', role: 'maire' }, base: { drives: 'Le pain.', role: '' } }

	it('restores the entered text', () => {
		const resumed = resumeDraft({ base, mine: base, conflicts: [] }, draft)
		expect(resumed.mine).toMatchObject({ drives: 'Le four.', role: 'maire' })
		expect(resumed.conflicts).toEqual([])
		expect(resumed.base).toEqual(base)
	})

	it('reports a conflict if another text was stored since', () => {
		const now = card({ drives: 'Le blé.' })
		const resumed = resumeDraft({ base: now, mine: now, conflicts: [] }, draft)
		expect(resumed.conflicts).toEqual(['drives'])
		expect(resumed.mine.drives).toBe('Le four.')
		expect(resumed.base.drives).toBe('Le blé.')
	})

	it('reopens a conflict that was open when it was saved', () => {
		keepDraft(storage, owner, { base, mine: card({ drives: 'Le four.', role: 'maire' }), conflicts: ['drives'] }, null, NOW)
		const resumed = resumeDraft({ base, mine: base, conflicts: [] }, readDraft(storage, owner, NOW)!)
		expect(resumed.conflicts).toEqual(['drives'])
		expect(resumed.mine).toMatchObject({ drives: 'Le four.', role: 'maire' })
	})

	it('does not remove text typed in the meantime', () => {
		const resumed = resumeDraft({ base, mine: card({ drives: 'Le seigle.', role: 'adjointe' }), conflicts: [] }, draft)
		expect(resumed.mine).toMatchObject({ drives: 'Le four.\n\nLe seigle.', role: 'adjointe' })
	})
})
