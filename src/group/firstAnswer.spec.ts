/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import words from '../../tests/fixtures/rules/group-words.json'
import { GROUP_STATUSES } from './model.ts'
import { engagedOn, groupStatusWord, invitedSentence, joinWord, leftSentence, mineWords, overWords, stateLine, statusSentence } from './words.ts'

describe('the page says the same of groups before and after its scripts are there:', () => {
	it.each([
		['state and who facilitates', words.states, stateLine],
		['how one stands to it', words.mine, mineWords],
		['an engagement that is over', words.over, overWords],
		['on what somebody engages', words.engagedOn, engagedOn],
		['who is gone', words.left, leftSentence],
		['who asks one in', words.invited, invitedSentence],
		['the one thing to do', words.join, joinWord],
	] as unknown as [string, [never, string][], (asked: never) => string][])('%s', (_, rows, word) => {
		for (const [asked, text] of rows) {
			expect(word(asked)).toBe(text)
		}
	})

	it('what each state is called, and means', () => {
		expect(Object.fromEntries(GROUP_STATUSES.map((status) => [status, groupStatusWord(status)]))).toEqual(words.statuses)
		expect(Object.fromEntries(GROUP_STATUSES.map((status) => [status, statusSentence(status)]))).toEqual(words.statusSentences)
	})
})
