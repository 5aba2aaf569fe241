// SPDX-FileCopyrightText: 2026 Réseau contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { expect, it } from 'vitest'
import cases from '../../../tests/fixtures/rules/markdown.json'
import { growth } from '../testing/growth.ts'
import { parseMarkdown } from './markdown.ts'

it.each(cases)('$text', ({ text, blocks }) => {
	expect(parseMarkdown(text)).toEqual(blocks)
})

it('loses no word, and leads to no script', () => {
	const piece = fc.constantFrom('mot', 'été', ' ', '\n', '\n\n', '- ', '1. ', '> ', '# ', '**', '*', '_', '__', '`', '[', '](', ')', 'https://example.org', 'javascript:x', '<b>', '\\', '  ')
	fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')), (text) => {
		const parsed = JSON.stringify(parseMarkdown(text))
		const count = (of: string, word: string) => of.split(word).length
		expect([count(parsed, 'mot'), count(parsed, 'été')].map(Math.sign)).toEqual([1, 1])
		expect(count(parsed, 'mot')).toBe(count(text, 'mot'))
		expect(parsed).not.toContain('"href":"javascript')
	}))
})

it.each(['- a\n', '- a\n\n', '  - a\n', '> a\n', '**', '*a', '_a ', '[', '[a](', '`', 'https://a ', '# a\n', '\\', 'a\n'])('takes a time in proportion to the text, of many %j', (piece) => {
	const time = (length: number) => void parseMarkdown(piece.repeat(length / piece.length))
	expect(growth(time, 5000, 20)).toBeLessThan(4)
})
