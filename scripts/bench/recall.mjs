/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { meets, seenWords } from './naive.mjs'
import { MIX, otherWays, queryString } from './queries.mjs'

/** How many queries of each class are looked through to the end. */
const SAMPLE = { word: 8, name: 8, two: 8, facet: 8, broad: 3 }

/** Every id a query finds, page by page. */
export async function findAll(session, query) {
	const ids = new Set()
	for (let cursor = ''; cursor !== null;) {
		const page = await session.api(`/members?${queryString({ ...query, limit: 100, ...cursor && { cursor } })}`)
		page.members.forEach(({ id }) => ids.add(id))
		cursor = page.next
	}
	return ids
}

/** Compares all that is found with a reading of every card; they come in the order of their ids, `base` is that of the first. */
export async function recall(session, makers, cards, base, sees, report) {
	report.part('recall: of the cards that have the very words, how many are found')
	const asked = Object.entries(SAMPLE).flatMap(([name, count]) => Array.from({ length: count }, () => ({ name, query: makers[name](), wanted: [] })))
	let id = base
	for (const card of cards) {
		const words = seenWords(card, sees)
		for (const { query, wanted } of asked) {
			if (meets(card, words, query, sees)) {
				wanted.push(id)
			}
		}
		id++
	}
	for (const name of Object.keys(SAMPLE)) {
		const sum = { wanted: 0, found: 0, all: 0, ways: 0 }
		const missed = []
		for (const { query, wanted } of asked.filter((entry) => entry.name === name)) {
			for (const way of [query, ...otherWays(query)]) {
				const found = await findAll(session, way)
				const hits = wanted.filter((one) => found.has(one))
				sum.ways++
				sum.wanted += wanted.length
				sum.found += hits.length
				sum.all += found.size
				if (hits.length < wanted.length) {
					missed.push(`${queryString(way)} misses ${wanted.length - hits.length} of ${wanted.length}, such as ${wanted.find((one) => !found.has(one))}`)
				}
			}
		}
		report.row(`${MIX[name].label}, %`, 100 * sum.found / sum.wanted, `${sum.ways} queries, ${sum.wanted} cards; found with related words: ${sum.all}`, { least: 100, binding: true })
		missed.slice(0, 5).forEach((text) => console.error(`  ${text}`))
	}
}
