/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, expect, it } from 'vitest'
import { evaluationDraftOwner, readEvaluationDraft, saveEvaluationDraft } from './evaluationDraft.ts'

const NOW = Date.UTC(2026, 10, 24)
const DAY = 24 * 60 * 60 * 1000
const owner = evaluationDraftOwner('odile-marty', '12')
const none = { standpoint: '', answers: { helps: '', hinders: '', elsewhere: '', conditions: '' } }
const written = { standpoint: 'élue', answers: { ...none.answers, helps: 'x'.repeat(20_000) } }

beforeEach(() => localStorage.clear())

it('is restored unchanged, at any length, for its author only, and not after a month', () => {
	expect(saveEvaluationDraft(localStorage, owner, written, none, NOW)).toBe(true)
	expect(readEvaluationDraft(localStorage, owner, NOW + DAY)).toMatchObject({ written: NOW, said: written })
	expect(readEvaluationDraft(localStorage, evaluationDraftOwner('yvonne', '12'), NOW)).toBeNull()
	expect(readEvaluationDraft(localStorage, evaluationDraftOwner('odile-marty', '13'), NOW)).toBeNull()
	expect(readEvaluationDraft(localStorage, owner, NOW + 31 * DAY)).toBeNull()
})

it('is removed when it equals what is stored', () => {
	saveEvaluationDraft(localStorage, owner, written, none, NOW)
	expect(saveEvaluationDraft(localStorage, owner, written, written, NOW)).toBe(false)
	expect(localStorage).toHaveLength(0)
})

it.each(['', 'null', '{', '{"written":1}'])('is ignored if the storage has %j', (text) => {
	localStorage.setItem('reseau.draft.odile-marty.said-12', text)
	expect(readEvaluationDraft(localStorage, owner, NOW)).toBeNull()
})
