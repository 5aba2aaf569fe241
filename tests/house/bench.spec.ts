/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { cardMaker } from '../../scripts/bench/cards.mjs'
import { everydayWords } from '../../scripts/bench/everyday.mjs'
import { eyesOf, meets, seenWords, wordsOf } from '../../scripts/bench/naive.mjs'
import { largeNetwork } from '../../scripts/bench/network.mjs'
import { frequencies, MIX, queryMaker, queryString } from '../../scripts/bench/queries.mjs'
import { random } from '../../scripts/bench/random.mjs'
import { median, percentile, Report } from '../../scripts/bench/report.mjs'
import { graphOf } from '../../src/map/graph.ts'
import { MAP_LIMITS, NetworkMapSchema } from '../../src/map/model.ts'
import { CardChangesSchema } from '../../src/member/model.ts'
import { read } from './support/files.ts'

const SIZE = 1000
const network = {
	members: JSON.parse(read('tests/fixtures/network/members.json')),
	vocabulary: JSON.parse(read('tests/fixtures/network/vocabulary.json')),
	region: { epci: [['200000001', 'CC du Val']], departements: [['11', 'Aude', [[0, ['206', 'Limoux', '304', 'Quillan']]]]] },
}
const { card, groups } = cardMaker(network, 1)
const cards: any[] = Array.from({ length: SIZE }, (_, i) => card(i))
const VIEWER = 'maelle-roumegous'
const sees = eyesOf(groups(SIZE, VIEWER), VIEWER)

describe('the cards of the benchmark', () => {
	it('are the same each time and in any order, and others for another seed', () => {
		expect(card(7)).toEqual(cards[7])
		expect(cardMaker(network, 1).card(7)).toEqual(cards[7])
		expect(cardMaker(network, 2).card(7)).not.toEqual(cards[7])
		expect(new Set(cards.map(({ name }) => name)).size).toBeGreaterThan(SIZE * 0.9)
	})

	it('are within the limits of a card', () => {
		for (const { id, account, steward, consent, joined, ...parts } of cards) {
			expect([id, account, steward, consent.date, joined]).not.toContain(undefined)
			expect(v.safeParse(v.strictObject(CardChangesSchema.entries), parts).issues).toBeUndefined()
		}
	})

	it('contain words of every frequency, from those of one card to those of a third', () => {
		const counts = [...frequencies(cards, sees).values()]
		for (const [least, most] of [[0, 1], [2, 5], [6, 10], [30, 80], [160, 300]]) {
			expect(counts.filter((count) => count >= least! && count <= most!).length).toBeGreaterThan(5)
		}
	})

	it('have a realistic audience: three parts in four are for the members', () => {
		const levels = cards.flatMap(({ audience }) => [audience.drives, audience.seeks, audience.skills])
		const share = (level: string) => levels.filter((one) => one === level).length / levels.length
		expect(share('members')).toBeCloseTo(0.77, 1)
		expect(share('groups')).toBeCloseTo(0.1, 1)
		expect(share('public')).toBeCloseTo(0.1, 1)
	})
})

describe('the map of the benchmark', () => {
	const map = largeNetwork(card, network.vocabulary, 1)

	it('is valid, the same each time, and different for another seed', () => {
		expect(v.safeParse(v.strictObject(NetworkMapSchema.entries), map).issues).toBeUndefined()
		expect(largeNetwork(card, network.vocabulary, 1)).toEqual(map)
		expect(largeNetwork(card, network.vocabulary, 2)).not.toEqual(map)
	})

	it('has as many members as are drawn, each with something, and ten thousand links', () => {
		const { nodes, edges, links } = graphOf(map)
		expect(map.members).toHaveLength(MAP_LIMITS.members)
		expect(map.members.filter(({ groups, themes }) => groups.length + themes.length === 0)).toEqual([])
		expect(nodes).toHaveLength(map.members.length + map.groups.length + map.themes.length)
		expect(new Set([...edges, ...links.map(({ a, b }) => [a, b])].map((ends) => [...ends].sort().join(' '))).size).toBe(10_000)
	})
})

describe('the queries of the benchmark', () => {
	const makers = queryMaker(frequencies(cards, sees), card, SIZE, sees, everydayWords(), random(1, -2))
	const words = cards.map((one) => seenWords(one, sees))
	const hits = (query: object) => cards.filter((one, i) => meets(one, words[i]!, query, sees)).length

	it.each(Object.keys(MIX))('%s match as many cards as their class requires', (name) => {
		for (let i = 0; i < 10; i++) {
			const count = hits(makers[name]!())
			// A family name may also be a word on another person's card.
			const [least, most] = name === 'none' ? [SIZE, SIZE] : name === 'broad' ? [0.03, 0.3].map((share) => share * SIZE) : [name === 'name' ? 0 : 1, SIZE / 100]
			expect(count).toBeGreaterThanOrEqual(least!)
			expect(count).toBeLessThanOrEqual(most!)
		}
	})

	it('contain no word that the search leaves out', () => {
		const everyday = everydayWords()
		expect(['quand', 'leurs', 'avec'].filter((word) => !everyday.has(word))).toEqual([])
		const asked = Object.keys(MIX).flatMap((name) => Array.from({ length: 60 }, () => wordsOf(makers[name]!().q ?? '')).flat())
		expect(asked.filter((word) => everyday.has(word))).toEqual([])
	})

	it('are written as the API reads them', () => {
		expect(queryString({ q: 'a b', facet: { sector: ['x', 'y'] }, limit: 5 })).toBe('q=a+b&limit=5&facet%5Bsector%5D%5B%5D=x&facet%5Bsector%5D%5B%5D=y')
	})
})

describe('the naive search', () => {
	it('ignores case, accents and elisions', () => {
		expect(wordsOf('L’Œuvre d’Élise-Anne, à 20 h')).toEqual(['l', 'oeuvre', 'd', 'elise', 'anne', 'a', '20', 'h'])
	})

	it('applies the audience of each part', () => {
		const audience = { headline: 'groups', drives: 'me', seeks: 'members', offers: 'public' }
		const eyes = eyesOf([{ memberships: [{ member: 'me' }, { member: 'mate' }] }], 'me')
		const seen = (id: string) => Object.keys(audience).filter((part) => eyes({ id, audience }, part))
		expect(seen('mate')).toEqual(['headline', 'seeks', 'offers'])
		expect(seen('stranger')).toEqual(['seeks', 'offers'])
	})
})

describe('the report of the benchmark', () => {
	it('compares with the target and fails only for required figures', () => {
		const report = new Report()
		report.part('speed')
		report.row('slow', 3, '', { most: 2 })
		report.row('big', 51, '', { most: 50, binding: true })
		report.row('whole', 100, '', { least: 100, binding: true })
		expect(report.failed).toEqual(['big'])
		expect(String(report).split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
			'| measured | figure | target | | how |', expect.stringMatching(/^\| -+ \| -+: \| -+: \| -+ \| -+ \|$/), '| **speed** | | | | |',
			'| slow | 3 | ≤ 2 | FAIL | |', '| big | 51 | ≤ 50 | FAIL | |', '| whole | 100 | ≥ 100 | pass | |',
		])
	})

	it('computes percentiles', () => {
		const figures = Array.from({ length: 20 }, (_, i) => 20 - i)
		expect([median(figures), percentile(figures, 0.95), percentile(figures, 1)]).toEqual([10, 19, 20])
	})
})
