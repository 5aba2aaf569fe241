/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The choices within each criterion, none empty, each choice once. */
type Chosen<Facet extends string> = Readonly<Partial<Record<Facet, readonly string[]>>>

/** A search in a list with words and criteria. */
export interface CriteriaOf<Facet extends string, Sort extends string> {
	/** Words, with single spaces and trimmed. */
	readonly q: string
	readonly facets: Chosen<Facet>
	/** null: the default order. */
	readonly sort: Sort | null
}

/** The query of an address, as vue-router reads it. */
export type RouteQuery = Readonly<Record<string, null | string | readonly (null | string)[]>>
/** The query as it is written. */
export type Query = Record<string, string | string[]>

/** The query of the request for results. */
interface AskedOf<Facet extends string, Sort extends string> {
	q?: string
	facet?: Partial<Record<Facet, string[]>>
	sort?: Sort
}

/** The texts of one part of an address. */
export function textsOf(value: RouteQuery[string] | undefined): string[] {
	return [value ?? []].flat().filter((text) => text !== null)
}

/**
 * The functions for the criteria of a list.
 *
 * @param FACETS its criteria, in the order of its page
 * @param SORTS its orders
 * @param usualOrder the default order without words; with words it is by relevance
 */
export function criteriaRules<Facet extends string, Sort extends string>(FACETS: readonly Facet[], SORTS: readonly (Sort | 'relevance')[], usualOrder: Sort) {
	type AnySort = Sort | 'relevance'
	type Criteria = CriteriaOf<Facet, AnySort>

	/** The default order. */
	function usualSort(q: string): AnySort {
		return q === '' ? usualOrder : 'relevance'
	}

	/** Criteria in their canonical form: nothing empty, nothing twice, no defaults. */
	function criteriaOf(given: { q?: string, facets?: Chosen<Facet>, sort?: AnySort | null }): Criteria {
		const q = (given.q ?? '').replace(/\s+/g, ' ').trim()
		const facets: Partial<Record<Facet, readonly string[]>> = {}
		for (const facet of FACETS) {
			const chosen = [...new Set(given.facets?.[facet])].filter((id) => id !== '')
			if (chosen.length > 0) {
				facets[facet] = chosen
			}
		}
		const sort = given.sort ?? null
		return { q, facets, sort: sort === usualSort(q) || (sort === 'relevance' && q === '') ? null : sort }
	}

	/** The criteria with choices, in the order of the page. */
	function entriesOf(facets: Chosen<Facet>): [Facet, readonly string[]][] {
		return FACETS.flatMap((facet): [Facet, readonly string[]][] => facets[facet] ? [[facet, facets[facet]]] : [])
	}

	/** Number of all choices. */
	function countChoices({ facets }: Criteria): number {
		return entriesOf(facets).reduce((sum, [, ids]) => sum + ids.length, 0)
	}

	return {
		usualSort,
		criteriaOf,
		entriesOf,
		countChoices,
		/** The available orders: relevance needs words. */
		sortsFor(q: string): AnySort[] {
			return SORTS.filter((sort) => sort !== 'relevance' || q !== '')
		},
		/** Reads an address; unknown parameters are left out. */
		readCriteria(query: RouteQuery): Criteria {
			const facets: Partial<Record<Facet, string[]>> = {}
			for (const [key, value] of Object.entries(query)) {
				const facet = FACETS.find((name) => name === /^facet\[(\w+)\](?:\[\d*\])?$/.exec(key)?.[1])
				if (facet) {
					(facets[facet] ??= []).push(...textsOf(value))
				}
			}
			return criteriaOf({
				q: textsOf(query.q)[0],
				facets,
				sort: SORTS.find((sort) => sort === textsOf(query.sort)[0]),
			})
		},
		/** Writes an address. */
		writeCriteria({ q, facets, sort }: Criteria): Query {
			return {
				...q === '' ? {} : { q },
				...Object.fromEntries(entriesOf(facets).map(([facet, ids]) => [`facet[${facet}][]`, [...ids]])),
				...sort === null ? {} : { sort },
			}
		},
		/** The request to the server; axios writes `facet[sector][0]=a`, which PHP reads like `facet[sector][]=a`. */
		askedOf({ q, facets, sort }: Criteria): AskedOf<Facet, AnySort> {
			const facet = Object.fromEntries(entriesOf(facets).map(([name, ids]) => [name, [...ids]])) as Partial<Record<Facet, string[]>>
			return {
				...q === '' ? {} : { q },
				...Object.keys(facet).length === 0 ? {} : { facet },
				...sort === null ? {} : { sort },
			}
		},
		/** Equal for criteria with the same choices, in whichever order they were made. */
		keyOf({ q, facets, sort }: Criteria): string {
			return JSON.stringify([q, entriesOf(facets).map(([facet, ids]) => [facet, [...ids].sort()]), sort])
		},
		/** Whether words or choices narrow the list. */
		isNarrowed(criteria: Criteria): boolean {
			return criteria.q !== '' || countChoices(criteria) > 0
		},
		/** Toggles a choice. */
		toggled(criteria: Criteria, facet: Facet, id: string): Criteria {
			const chosen = criteria.facets[facet] ?? []
			return criteriaOf({
				...criteria,
				facets: { ...criteria.facets, [facet]: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] },
			})
		},
		/** Without the words, or without the choices of one criterion. */
		without(criteria: Criteria, what: Facet | 'q'): Criteria {
			return criteriaOf(what === 'q'
				? { ...criteria, q: '' }
				: { ...criteria, facets: { ...criteria.facets, [what]: [] } })
		},
	}
}

/** Result of criteriaRules(). */
export type CriteriaRules<Facet extends string, Sort extends string> = ReturnType<typeof criteriaRules<Facet, Sort>>
