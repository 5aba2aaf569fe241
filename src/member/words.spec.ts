/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { AUDIENCES, ITEM_KINDS, PARTS, STATUSES, VIEWPOINTS } from './model.ts'
import { audienceWord, hiddenSentence, keptByWord, kindWord, partWord, seenSentence, statusSentence, statusWord, viewpointWord } from './words.ts'

describe('words', () => {
	it.each([
		['parts', PARTS.map(partWord)],
		['audiences', AUDIENCES.map(audienceWord)],
		['statuses', STATUSES.map(statusWord)],
		['what has become of a card', STATUSES.map(statusSentence)],
		['kinds', ITEM_KINDS.map(kindWord)],
		['viewpoints', VIEWPOINTS.map(viewpointWord)],
		['who sees a need', AUDIENCES.map(seenSentence)],
	])('tell %s apart', (_, words) => {
		expect(words.every((word) => word !== '')).toBe(true)
		expect(new Set(words).size).toBe(words.length)
	})
})

describe('what somebody else sees', () => {
	it('is told by the shorter list', () => {
		expect(hiddenSentence('visitor', ['phone'], ['seeks', 'offers'])).toBe('A visitor without an account does not see “My telephone”.')
		expect(hiddenSentence('visitor', ['phone', 'contact', 'drives'], ['seeks'])).toBe('A visitor without an account only sees “What I seek”.')
		expect(hiddenSentence('member', ['phone', 'contact'])).toContain('“My telephone” or “How to reach me”')
	})

	it('is told in full at both ends', () => {
		expect(hiddenSentence('groups', [], ['seeks'])).toContain('everything')
		expect(hiddenSentence('visitor', ['seeks'], [])).toContain('nothing else')
	})
})

it('says who keeps a card', () => {
	expect(keptByWord({ uid: 'maelle', name: 'Maëlle' })).toContain('Maëlle')
	expect(keptByWord({ uid: null, name: '' })).toContain('facilitators')
})
