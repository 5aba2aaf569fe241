/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, expect, it } from 'vitest'
import { ownerOf, readDraft, saveDraft } from './draft.ts'
import { EMPTY, fieldsOf } from './edit.ts'
import { sampleSheet } from './testing/sample.ts'

const NOW = Date.UTC(2026, 10, 24)
const DAY = 24 * 60 * 60 * 1000
const owner = ownerOf('odile-marty', '12')
const base = fieldsOf(sampleSheet())
const mine = { ...base, learnt: 'x'.repeat(20_000) }

beforeEach(() => localStorage.clear())

it('is restored unchanged, at any length, for its author only', () => {
	saveDraft(localStorage, owner, base, mine, NOW)
	expect(readDraft(localStorage, owner, base, NOW + DAY)).toEqual({ written: NOW, base, mine })
	expect(readDraft(localStorage, ownerOf('yvonne', '12'), base, NOW)).toBeNull()
	expect(readDraft(localStorage, ownerOf('odile-marty', '13'), EMPTY, NOW)).toBeNull()
})

it('is removed once everything is saved, when it equals the stored sheet, and after a month', () => {
	saveDraft(localStorage, owner, base, mine, NOW)
	expect(readDraft(localStorage, owner, mine, NOW)).toBeNull()
	expect(readDraft(localStorage, owner, base, NOW + 31 * DAY)).toBeNull()
	saveDraft(localStorage, owner, mine, mine, NOW)
	expect(localStorage).toHaveLength(0)
})

it.each(['', 'null', '{', '{"written":1}', JSON.stringify({ format: 'reseau-sheet-1', written: NOW, base: {}, mine: {} })])('is ignored if the storage has %j', (text) => {
	localStorage.setItem('reseau.draft.odile-marty.sheet-12', text)
	expect(readDraft(localStorage, owner, base, NOW)).toBeNull()
})
