/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { beforeEach, expect, it } from 'vitest'
import { keepSaid, readSaid, saidBy } from './saidDraft.ts'

const NOW = Date.UTC(2026, 10, 24)
const DAY = 24 * 60 * 60 * 1000
const owner = saidBy('odile-marty', '12')
const none = { standpoint: '', answers: { helps: '', hinders: '', elsewhere: '', conditions: '' } }
const said = { standpoint: 'élue', answers: { ...none.answers, helps: 'x'.repeat(20_000) } }

beforeEach(() => localStorage.clear())

it('comes back as it was, however long it is, to nobody else, and not after a month', () => {
	expect(keepSaid(localStorage, owner, said, none, NOW)).toBe(true)
	expect(readSaid(localStorage, owner, NOW + DAY)).toMatchObject({ written: NOW, said })
	expect(readSaid(localStorage, saidBy('yvonne', '12'), NOW)).toBeNull()
	expect(readSaid(localStorage, saidBy('odile-marty', '13'), NOW)).toBeNull()
	expect(readSaid(localStorage, owner, NOW + 31 * DAY)).toBeNull()
})

it('is none where it says what stands there', () => {
	keepSaid(localStorage, owner, said, none, NOW)
	expect(keepSaid(localStorage, owner, said, said, NOW)).toBe(false)
	expect(localStorage).toHaveLength(0)
})

it.each(['', 'null', '{', '{"written":1}'])('is none when it reads %j', (text) => {
	localStorage.setItem('reseau.draft.odile-marty.said-12', text)
	expect(readSaid(localStorage, owner, NOW)).toBeNull()
})
