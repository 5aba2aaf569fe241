/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Facet, Sort } from './model.ts'

import { FACETS, SORTS } from './model.ts'

/** What somebody looks for in the directory. */
export interface Criteria {
	/** Words, without spaces around or twice between them. */
	readonly q: string
	/** The choices within each criterion, none empty, each choice once. */
	readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>
	/** null: the order that goes without saying, by relevance for words and else by name. */
	readonly sort: Sort | null
}

/** How the people found are shown. */
export const VIEWS = ['cards', 'list'] as const
export type View = typeof VIEWS[number]

/** The part of an address behind the question mark, as vue-router reads it. */
type Parsed = Readonly<Record<string, null | string | readonly (null | string)[]>>
/** The same as it is written. */
export type Query = Record<string, string | string[]>

/** What the request for the people found takes. */
interface Asked {
	q?: string
	facet?: Partial<Record<Facet, string[]>>
	sort?: Sort
}

export const NO_CRITERIA: Criteria = { q: '', facets: {}, sort: null }

/** Criteria in their one form: nothing empty, nothing twice, nothing that goes without saying. */
export function criteriaOf(given: { q?: string, facets?: Readonly<Partial<Record<Facet, readonly string[]>>>, sort?: Sort | null }): Criteria {
	const q = (given.q ?? '').replace(/\s+/g, ' ').trim()
	const facets = FACETS.flatMap((facet) => {
		const chosen = [...new Set(given.facets?.[facet])].filter((id) => id !== '')
		return chosen.length > 0 ? [[facet, chosen] as const] : []
	})
	const sort = given.sort ?? null
	return { q, facets: Object.fromEntries(facets), sort: sort === usualSort(q) || (sort === 'relevance' && q === '') ? null : sort }
}

/** The order when nobody chose one. */
export function usualSort(q: string): Sort {
	return q === '' ? 'name' : 'relevance'
}

/** The orders one may choose from: relevance is about words. */
export function sortsFor(q: string): Sort[] {
	return SORTS.filter((sort) => sort !== 'relevance' || q !== '')
}

/** Reads an address; what it holds beside known criteria is left out. */
export function readCriteria(query: Parsed): Criteria {
	const facets: Partial<Record<Facet, string[]>> = {}
	for (const [key, value] of Object.entries(query)) {
		const facet = FACETS.find((name) => name === /^facet\[(\w+)\](?:\[\d*\])?$/.exec(key)?.[1])
		if (facet) {
			(facets[facet] ??= []).push(...texts(value))
		}
	}
	return criteriaOf({
		q: texts(query.q)[0],
		facets,
		sort: SORTS.find((sort) => sort === texts(query.sort)[0]),
	})
}

/** Criteria whose choices are words of the vocabulary. */
const OF_WORDS: readonly Facet[] = ['sector', 'value', 'theme', 'seek', 'offer']

/**
 * The same with words as they are by now: an address may have been kept since before some were merged.
 *
 * @param criteria as they were kept
 * @param meaning what a word stands for
 */
export function withMeanings(criteria: Criteria, meaning: (word: string) => string): Criteria {
	return criteriaOf({
		...criteria,
		facets: Object.fromEntries(entriesOf(criteria.facets).map(([facet, ids]) => [facet, OF_WORDS.includes(facet) ? ids.map(meaning) : ids])),
	})
}

/** Whether an address asks for the compact list. */
export function readView(query: Parsed): View {
	return texts(query.view)[0] === 'list' ? 'list' : 'cards'
}

function texts(value: Parsed[string] | undefined): string[] {
	return [value ?? []].flat().filter((text) => text !== null)
}

/** Writes an address. */
export function writeQuery({ q, facets, sort }: Criteria, view: View = 'cards'): Query {
	return {
		...q === '' ? {} : { q },
		...Object.fromEntries(entriesOf(facets).map(([facet, ids]) => [`facet[${facet}][]`, [...ids]])),
		...sort === null ? {} : { sort },
		...view === 'list' ? { view } : {},
	}
}

/** What the server is asked; axios writes `facet[sector][0]=a`, which PHP reads like `facet[sector][]=a`. */
export function askedOf({ q, facets, sort }: Criteria): Asked {
	const facet = Object.fromEntries(entriesOf(facets).map(([name, ids]) => [name, [...ids]]))
	return {
		...q === '' ? {} : { q },
		...Object.keys(facet).length === 0 ? {} : { facet },
		...sort === null ? {} : { sort },
	}
}

/** The same text for criteria that ask for the same, in whichever order the choices were made. */
export function keyOf({ q, facets, sort }: Criteria): string {
	return JSON.stringify([q, entriesOf(facets).map(([facet, ids]) => [facet, [...ids].sort()]), sort])
}

/** The criteria with choices, in the order of the page. */
export function entriesOf(facets: Criteria['facets']): [Facet, readonly string[]][] {
	return FACETS.flatMap((facet): [Facet, readonly string[]][] => facets[facet] ? [[facet, facets[facet]]] : [])
}

/** How many choices there are in all. */
export function countChoices({ facets }: Criteria): number {
	return entriesOf(facets).reduce((sum, [, ids]) => sum + ids.length, 0)
}

/** Whether words or choices narrow the directory at all. */
export function isNarrowed(criteria: Criteria): boolean {
	return criteria.q !== '' || countChoices(criteria) > 0
}

/** With a choice taken in, or out where it was. */
export function toggled(criteria: Criteria, facet: Facet, id: string): Criteria {
	const chosen = criteria.facets[facet] ?? []
	return criteriaOf({
		...criteria,
		facets: { ...criteria.facets, [facet]: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] },
	})
}

/** Without the words, or without the choices of one criterion. */
export function without(criteria: Criteria, what: Facet | 'q'): Criteria {
	return criteriaOf(what === 'q'
		? { ...criteria, q: '' }
		: { ...criteria, facets: { ...criteria.facets, [what]: [] } })
}
