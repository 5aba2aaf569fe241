/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { ITEM_KINDS, STATUSES, VIEWPOINTS } from './model.ts'
import { AUDIENCES, PARTS } from './parts.ts'
import { DEFAULT_AUDIENCES } from './parts.ts'
import { audienceWord, audienceWords, hiddenSentence, keptByWord, kindWord, partWord, seenSentence, statusSentence, statusWord, viewpointLabel, viewpointsOf } from './words.ts'

describe('words', () => {
	it.each([
		['parts', PARTS.map((part) => partWord(part))],
		['parts of an organisation', PARTS.map((part) => partWord(part, 'organisation'))],
		['audiences', AUDIENCES.map((audience) => audienceWord(audience))],
		['audiences of a kept card', AUDIENCES.map((audience) => audienceWord(audience, 'kept'))],
		['audiences of an organisation', AUDIENCES.map((audience) => audienceWord(audience, 'organisation'))],
		['statuses', STATUSES.map(statusWord)],
		['what has become of a card', (['published', 'paused', 'withdrawn'] as const).map(statusSentence)],
		['kinds', ITEM_KINDS.map(kindWord)],
		['viewpoints', VIEWPOINTS.map((viewpoint) => viewpointLabel(viewpoint))],
		['viewpoints on a kept card', VIEWPOINTS.map((viewpoint) => viewpointLabel(viewpoint, 'kept'))],
		['who sees a need', AUDIENCES.map(seenSentence)],
	])('distinguish %s', (_, words) => {
		expect(words.every((word) => word !== '')).toBe(true)
		expect(new Set(words).size).toBe(words.length)
	})
})

describe('the visible parts', () => {
	it('are described by the shorter list', () => {
		expect(hiddenSentence('visitor', ['phone'], ['seeks', 'offers'])).toBe('A visitor without an account does not see “My phone number”.')
		expect(hiddenSentence('visitor', ['phone', 'contact', 'drives'], ['seeks'])).toBe('A visitor without an account only sees “What I seek”.')
		expect(hiddenSentence('member', ['phone', 'contact'])).toContain('“My phone number” or “How to reach me”')
	})

	it('are described in full at both ends', () => {
		expect(hiddenSentence('groups', [], ['seeks'])).toContain('everything')
		expect(hiddenSentence('visitor', ['seeks'], [])).toContain('sees only the name.')
	})
})

it('the words for a kept card refer to the person, never to the keeper', () => {
	const words = audienceWords(DEFAULT_AUDIENCES, 'kept')
	expect(words).toMatchObject({ seeks: 'Members of the network', contact: 'Their groups', phone: 'The person and the keeper of the card' })
	expect(audienceWords(DEFAULT_AUDIENCES, 'own')).toMatchObject({ contact: 'My groups', phone: 'Only me' })
	const sentences = [...Object.values(words), ...VIEWPOINTS.flatMap((viewpoint) => [
		viewpointLabel(viewpoint, 'kept'),
		hiddenSentence(viewpoint, [], [], 'kept'),
	])]
	expect(sentences.filter((word) => /\b(my|me)\b/i.test(word))).toEqual([])
})

it('the words of an organisation speak of its people, and of no person', () => {
	const sentences = [
		...PARTS.map((part) => partWord(part, 'organisation')),
		...AUDIENCES.map((audience) => audienceWord(audience, 'organisation')),
		hiddenSentence('member', ['drives', 'offers'], undefined, 'organisation'),
	]
	expect(sentences.at(-1)).toBe('Someone in the network does not see “Why we exist” or “What we offer”.')
	expect(sentences.filter((word) => /\b(my|me|I|person)\b/i.test(word))).toEqual([])
	expect(viewpointsOf('organisation')).toEqual(['visitor', 'member'])
})

it('says who keeps a card', () => {
	expect(keptByWord({ uid: 'maelle', name: 'Maëlle' })).toContain('Maëlle')
	expect(keptByWord({ uid: null, name: '' })).toContain('facilitators')
	expect(keptByWord({ uid: 'maelle', name: 'Maëlle' }, 'organisation')).toBe('Organisation, card kept by Maëlle')
})
