/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { expect, it } from 'vitest'
import { criteriaOf } from './find.ts'
import { sampleSummary } from './testing/sample.ts'
import { aboutLine, audienceSentence, choiceLabel, criteriaLines, kindLine, neededWords } from './words.ts'

const now = new Date(2026, 10, 24, 22)

it.each([
	['2026-11-23', 'was needed by November 23, 2026'],
	['2026-11-24', 'urgent: needed today'],
	['2026-11-25', 'urgent: needed by tomorrow'],
	['2026-12-01', 'urgent: needed within 7 days (December 1, 2026)'],
	['2026-12-02', 'needed by December 2, 2026'],
])('says by when it is needed: %s', (day, words) => {
	expect(neededWords(day, now)).toBe(words)
})

it('says kind, terms and state in words', () => {
	expect(kindLine(sampleSummary())).toBe('Offer · Loan')
	expect(kindLine(sampleSummary({ mode: null, state: 'ended' }))).toBe('Offer · Ended')
})

it('says who, where and by when; days only while it is open', () => {
	const notice = sampleSummary({ group: { id: 5, title: 'Eau de pluie' }, neededBy: '2026-11-25', until: '2027-01-09' })
	expect(aboutLine(notice, now)).toBe('Yvonne Cazalis · Eau de pluie · Lodève · urgent: needed by tomorrow · open until January 9, 2027')
	expect(aboutLine({ ...notice, state: 'done' }, now)).toBe('Yvonne Cazalis · Eau de pluie · Lodève')
	expect(aboutLine(sampleSummary({ territories: [] }), now)).toBe('Yvonne Cazalis')
})

it('says who can see it', () => {
	expect(audienceSentence({ audience: 'group', group: { title: 'Eau' } })).toContain('Only the people of the group “Eau”')
	expect(audienceSentence({ audience: 'members', group: { title: 'Eau' } })).toContain('All members')
})

it('names the choices of kind and terms itself, the others as the server does', () => {
	expect([choiceLabel('kind', 'call'), choiceLabel('mode', 'gift'), choiceLabel('term', 'gift'), choiceLabel('kind', 'war')]).toEqual(['Call to take part', 'Gift', undefined, undefined])
	const facets = { kind: [], mode: [], territory: [{ id: 'departement:34', label: 'Hérault', count: 2 }], term: [], group: [] }
	expect(criteriaLines(criteriaOf({ q: 'van', facets: { kind: ['offer', 'need'], territory: ['departement:34'], term: ['laine'] } }), facets, new Map([['laine', 'Laine']])))
		.toEqual(['“van”', 'Kind: Offer or Need', 'Territory: Hérault', 'Theme: Laine'])
})
