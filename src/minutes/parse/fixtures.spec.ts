/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { describe, expect, it } from 'vitest'
import { asExpected } from '../../../scripts/lib/minutes.ts'
import { fixtures } from '../../../tests/support/minutes.ts'
import { score } from '../../../tests/support/minutesScore.ts'
import { parseMinutes } from './parse.ts'
import { editDistance } from './text.ts'

/** Number of fields of each file: all of them are read, and nothing else; of one file less. */
const FIELDS: Record<string, number> = {
	'01-annuaire-propre': 34,
	'02-eau-markdown': 36,
	'03-rencontre-quatre-groupes': 103,
	'04-centre-bourg-ocr': 42,
	'05-fete-ocr': 47,
	'06-temps-argent-ocr': 45,
	'07-dix-groupes-ocr': 415,
	ateliers: 17,
	'autre-reseau': 30,
	'colonnes-espacees': 24,
	'dix-groupes': 288,
	'listes-en-ligne': 44,
	'markdown-imbrique': 25,
	'ocr-rapprochements': 32,
	'pages-et-numeros': 42,
	'reponses-a-cote': 25,
	'sans-groupe-annonce': 14,
	tabulations: 27,
	'tetes-empilees': 19,
}

/** The founding minutes' twin: nothing shows the column of the word « anarchique ». */
const TWIN = '07-dix-groupes-ocr'

describe('minutes', () => {
	it('of the kind the network began with: ten groups, 1 to 10, at least 97 % of the fields, at most 2 inventions for each hundred', () => {
		const { text, expected } = fixtures.find(({ name }) => name === TWIN)!
		const { groups } = asExpected(parseMinutes(text))
		const { right, expected: fields, invented } = score(groups, expected)
		expect(groups.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
		expect(right / fields).toBeGreaterThanOrEqual(0.97)
		expect(invented.length / fields).toBeLessThanOrEqual(0.02)
		// What is measured; it may only become better.
		expect([right, fields, invented.length]).toEqual([413, FIELDS[TWIN], 2])
	})

	it.each(fixtures.filter(({ name }) => name !== TWIN))('$name: every field, and none invented', ({ name, text, expected }) => {
		const { right, expected: fields, missed, invented } = score(asExpected(parseMinutes(text)).groups, expected)
		expect({ missed, invented }).toEqual({ missed: [], invented: [] })
		expect([right, fields]).toEqual([FIELDS[name], FIELDS[name]])
	})

	it('all have been measured', () => {
		expect(fixtures.map(({ name }) => name).sort()).toEqual(Object.keys(FIELDS).sort())
	})

	it('a wrong reading is recognised', () => {
		const { expected } = fixtures[0]!
		const [group] = structuredClone(expected)
		group!.roster[0]!.email = 'romain.vielfaur@example.org'
		group!.title = 'Un annuaire qui fait envie'
		group!.sections[0]!.items.push('Ce que personne n’a dit')
		group!.mandate.with.pop()
		const { right, missed, invented } = score([group!], expected)
		expect([right, missed.length, invented]).toEqual([31, 3, ['group 1 Constats: Ce que personne n’a dit']])
	})
})

describe('a reading has the lines of its entries', () => {
	it.each(fixtures)('$name: every entry is in its lines', ({ text }) => {
		const source = text.split(/\r\n|\r|\n/)
		const letters = (of: string) => of.normalize('NFD').toLowerCase().replace(/[^a-z]/g, '')
		for (const group of parseMinutes(text).groups) {
			for (const { email, lines } of group.roster) {
				const standing = letters(source.slice(lines.from, lines.to + 1).join(' ').replaceAll('|', 'l'))
				const warned = group.warnings.some((warning) => warning.code === 'address-conflict' && warning.kept === email)
				expect(email === undefined || warned || standing.includes(letters(email))).toBe(true)
			}
			for (const { text: item, lines } of group.sections.flatMap(({ items }) => items)) {
				const standing = letters(source.slice(lines.from, lines.to + 1).join(' '))
				expect(editDistance(standing, letters(item), standing.length * 0.5)).toBeLessThanOrEqual(standing.length * 0.5)
			}
			expect(group.sections.every(({ lines }) => lines.from > group.lines.from && lines.to <= group.lines.to)).toBe(true)
		}
	})
})
