/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { Query, RouteQuery } from './criteria.ts'

import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

interface Looking<Criteria> {
	criteria: ComputedRef<Criteria>
	/** Adds a step to the browser's history. */
	choose: (criteria: Criteria) => void
	/** While typing: updates the address, without a step for each letter. */
	follow: (criteria: Criteria) => void
}

const isOurs = (key: string) => key === 'q' || key === 'sort' || key.startsWith('facet[')

/**
 * A search in a list: stored in the address of the page, with its other parameters.
 *
 * @param rules of the list, from criteriaRules()
 * @param rules.readCriteria
 * @param rules.writeCriteria
 * @param rules.keyOf
 * @param current replaces outdated values of an address
 */
export function useListCriteria<Criteria>(
	rules: { readCriteria: (query: RouteQuery) => Criteria, writeCriteria: (criteria: Criteria) => Query, keyOf: (criteria: Criteria) => string },
	current: (criteria: Criteria) => Criteria,
): Looking<Criteria> {
	const route = useRoute()
	const router = useRouter()
	const { path } = route

	// While navigating to another page, the route is already the new one.
	const criteria = computed<Criteria>((last) => {
		const next = last && route.path !== path ? last : current(rules.readCriteria(route.query))
		return last && rules.keyOf(last) === rules.keyOf(next) ? last : next
	})

	function to(next: Criteria) {
		const others = Object.fromEntries(Object.entries(route.query).filter(([key]) => !isOurs(key))) as Query
		return { path, query: { ...others, ...rules.writeCriteria(next) } }
	}

	return {
		criteria,
		choose: (next) => void router.push(to(next)),
		follow: (next) => void router.replace(to(next)),
	}
}
