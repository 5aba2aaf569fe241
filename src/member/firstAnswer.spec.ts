/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import awaits from '../../tests/fixtures/rules/awaits.json'
import texts from '../../tests/fixtures/rules/card-texts.json'
import words from '../../tests/fixtures/rules/card-words.json'
import directory from '../../tests/fixtures/rules/directory-words.json'
import summaries from '../../tests/fixtures/rules/summaries.json'
import { mailAddress, shortLine, VOICES, webAddress } from './card.ts'
import { AWAITS, AwaitSchema } from './home/model.ts'
import { awaitWords } from './home/words.ts'
import { FACETS, ITEM_KINDS, SORTS, VIEWPOINTS } from './model.ts'
import { AUDIENCES, PARTS } from './parts.ts'
import { lineOf, linesOf, nameOf } from './summary.ts'
import { sampleMember } from './testing/sample.ts'
import { facetTitle, facetWord, howSentences, nobodySentence, noChoiceSentence, peopleWords, sortWord, widerSentence } from './ui/directory/words.ts'
import { audienceWord, foundWord, keptByWord, kindWord, partWord, standpointWord, timesWord, viewpointLabel, viewpointsOf } from './words.ts'

const wordsOf = (keys: readonly string[], word: (key: never) => string) => Object.fromEntries(keys.map((key) => [key, word(key as never)]))

describe('the page shows the same before and after its scripts are loaded:', () => {
	it('the line below a name', () => {
		for (const { card, line } of texts.lines) {
			expect(shortLine(sampleMember(card as object))).toBe(line)
		}
	})

	it('addresses for mail and for links', () => {
		for (const [email, address] of Object.entries(texts.mail)) {
			expect(mailAddress(email)).toBe(address)
		}
		for (const [written, opens] of Object.entries(texts.websites)) {
			expect(webAddress(written) !== null, written).toBe(opens)
		}
	})

	it('parts, kinds, audiences, and the keeper of a card', () => {
		expect(wordsOf(PARTS, (part) => partWord(part))).toEqual(words.parts)
		expect(wordsOf(PARTS, (part) => partWord(part, 'organisation'))).toEqual(words.partsOfOrganisation)
		expect(wordsOf(VOICES, standpointWord)).toEqual(words.standpoint)
		expect(wordsOf(VOICES, timesWord)).toEqual(words.times)
		expect(wordsOf(ITEM_KINDS, kindWord)).toEqual(words.kinds)
		expect(wordsOf(AUDIENCES, (audience) => audienceWord(audience))).toEqual(words.audiences)
		expect(wordsOf(AUDIENCES, (audience) => audienceWord(audience, 'kept'))).toEqual(words.audiencesOfKept)
		expect(wordsOf(AUDIENCES, (audience) => audienceWord(audience, 'organisation'))).toEqual(words.audiencesOfOrganisation)
		expect(VIEWPOINTS.map((viewpoint) => viewpointLabel(viewpoint))).toEqual(words.viewpoints)
		expect(VIEWPOINTS.map((viewpoint) => viewpointLabel(viewpoint, 'kept'))).toEqual(words.viewpointsOfKept)
		expect(viewpointsOf('organisation').map((viewpoint) => viewpointLabel(viewpoint, 'organisation'))).toEqual(words.viewpointsOfOrganisation)
		expect(wordsOf(['name', ...PARTS], foundWord)).toEqual(words.short)
		for (const { steward, kind, text } of words.keptBy as { steward: { uid: string | null, name: string }, kind?: 'organisation', text: string }[]) {
			expect(keptByWord(steward, kind)).toBe(text)
		}
	})

	it('what waits for a person, of every kind', () => {
		for (const { line, words } of awaits) {
			expect(awaitWords(v.parse(AwaitSchema, line))).toEqual(words)
		}
		expect(new Set(awaits.map(({ line }) => line.kind))).toEqual(new Set(AWAITS))
	})

	it('the summary of a person in a list', () => {
		for (const { member, name, lines, line } of summaries as { member: never, name: string[], lines: object[], line: object | null }[]) {
			expect([nameOf(member), linesOf(member), lineOf(member) ?? null]).toEqual([name, lines, line])
		}
	})

	it('criteria, orders and numbers of the directory', () => {
		expect(wordsOf(FACETS, facetWord)).toEqual(directory.facets)
		expect(wordsOf(SORTS, sortWord)).toEqual(directory.sorts)
		expect(wordsOf(['group', 'sector'], noChoiceSentence)).toEqual(directory.noChoice)
		for (const [facet, chosen, title] of directory.titles as [never, number, string][]) {
			expect(facetTitle(facet, chosen)).toBe(title)
		}
		for (const [total, more, text] of directory.people as [number, boolean, string][]) {
			expect(peopleWords({ total, more })).toBe(text)
		}
		for (const [found, sentences] of directory.how as [never, string][]) {
			expect(howSentences(found)).toBe(sentences)
		}
		for (const [narrowed, everyday, sentence] of directory.nobody as [boolean, boolean, string][]) {
			expect(nobodySentence(narrowed, everyday)).toBe(sentence)
		}
		for (const [way, q, sentence] of directory.wider as [never, string, string][]) {
			expect(widerSentence(way, q)).toBe(sentence)
		}
	})
})
