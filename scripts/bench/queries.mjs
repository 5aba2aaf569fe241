/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { FACETS, seenWords, wordsOf } from './naive.mjs'
import { pick } from './random.mjs'

/** How many cards the viewer sees each word on. */
export function frequencies(cards, sees) {
	const counts = new Map()
	for (const card of cards) {
		for (const word of seenWords(card, sees)) {
			counts.set(word, (counts.get(word) ?? 0) + 1)
		}
	}
	return counts
}

/**
 * Queries of people, by what they ask for. Selective ones hit at most 1 % of the cards, broad ones 3 to 30 %.
 *
 * @param {Map<string, number>} counts of frequencies()
 * @param {(i: number) => object} card
 * @param {number} size how many cards there are
 * @param {(card: object, part: string) => boolean} sees what eyesOf() made
 * @param {ReadonlySet<string>} everyday words the search leaves out by design, and says so
 * @return {Record<string, () => {q?: string, facet?: Record<string, string[]>}>} each call draws another one
 */
export function queryMaker(counts, card, size, sees, everyday, next) {
	const few = Math.max(1, size / 100)
	// Words of three letters and fewer are not what people look for.
	const isAsked = (word) => /^[a-z]{4,}$/.test(word) && !everyday.has(word)
	const words = [...counts].filter(([word]) => isAsked(word))
	const rare = words.filter(([, count]) => count <= few)
	const broad = words.filter(([, count]) => count >= 0.03 * size && count <= 0.3 * size)
	const anyCard = () => card(Math.floor(next() * size))
	/** A rare word and its card, where the viewer sees the parts in `also`. */
	const rareOn = (also = []) => {
		for (;;) {
			const found = anyCard()
			const own = [...seenWords(found, sees)].filter((word) => isAsked(word) && counts.get(word) <= few)
			if (own.length > 1 && also.every((part) => sees(found, part))) {
				return { found, own }
			}
		}
	}
	// As many of each frequency: a rare word drawn from all of them would nearly always be one of the rarest.
	const band = (list, least, most) => list.filter(([, count]) => count >= least * size && count <= most * size)
	const bands = [[0, 0.0002], [0.0002, 0.002], [0.002, 0.006], [0.006, 0.01]].map((ends) => band(rare, ...ends)).filter((list) => list.length > 0)
	const broadBands = [[0.03, 0.08], [0.08, 0.16], [0.16, 0.3]].map((ends) => band(broad, ...ends)).filter((list) => list.length > 0)
	const rareWord = () => pick(next, pick(next, bands))[0]
	return {
		word: () => ({ q: rareWord() }),
		name: () => {
			const [first, ...family] = anyCard().name.split(' ')
			return { q: pick(next, [family.join(' '), `${first} ${family.join(' ')}`, `${family.join(' ')} ${first}`]) }
		},
		two: () => {
			const { own } = rareOn()
			const one = pick(next, own)
			return { q: `${one} ${pick(next, own.filter((word) => word !== one))}` }
		},
		facet: () => {
			const name = pick(next, Object.keys(FACETS))
			const { found, own } = rareOn([FACETS[name].part])
			return { q: pick(next, own), facet: { [name]: [pick(next, FACETS[name].of(found))] } }
		},
		broad: () => ({ q: pick(next, pick(next, broadBands))[0] }),
		none: () => ({}),
		/** What is sent during typing. */
		typed: () => ({ q: rareWord().slice(0, 4) }),
		/** Two rare words and a broad one, which nobody has together but by chance: answered by people who have some of them. */
		apart: () => ({ q: `${rareWord()} ${rareWord()} ${pick(next, pick(next, broadBands))[0]}` }),
		/** One letter too few, so that nobody wrote it. */
		typo: () => {
			const word = rareWord()
			const at = 2 + Math.floor(next() * (word.length - 3))
			return { q: word.slice(0, at) + word.slice(at + 1) }
		},
	}
}

/** The classes of the mix, how often each comes among a hundred, and what p95 may be in times of the cheapest request. */
export const MIX = {
	word: { label: 'rare word', share: 20, selective: true },
	name: { label: 'name', share: 20, selective: true },
	two: { label: 'two words', share: 15, selective: true },
	facet: { label: 'word and criterion', share: 15, selective: true },
	broad: { label: 'broad word', share: 20 },
	none: { label: 'no criteria', share: 10 },
}

/** The same query as others write it: without accents or with capitals, its words the other way round. */
export function otherWays({ q, ...rest }) {
	return [wordsOf(q).reverse().join(' '), q.toUpperCase()].map((other) => ({ ...rest, q: other }))
}

/** Its part of an address. */
export function queryString({ q, facet = {}, ...rest }) {
	const search = new URLSearchParams({ ...q ? { q } : {}, ...rest })
	for (const [name, chosen] of Object.entries(facet)) {
		chosen.forEach((id) => search.append(`facet[${name}][]`, id))
	}
	return search.toString()
}
