/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { Criteria, View } from '../../criteria.ts'
import type { Facet } from '../../model.ts'

import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useTermMeaning } from '../../../vocabulary/index.ts'
import { keyOf, readCriteria, readView, withCurrentTerms, writeQuery } from '../../criteria.ts'

interface Looking {
	criteria: ComputedRef<Criteria>
	view: ComputedRef<View>
	/** Adds a step to the browser's history. */
	choose: (criteria: Criteria, view?: View) => void
	/** While typing: updates the address, without a step for each letter. */
	follow: (criteria: Criteria) => void
	/** The page with other criteria, for a link. */
	to: (criteria: Criteria, view?: View) => { path: string, query: ReturnType<typeof writeQuery> }
}

/** The search and its layout: stored in the address of the page. */
export function useCriteria(): Looking {
	const route = useRoute()
	const router = useRouter()
	const { path } = route
	const value = useTermMeaning('values')
	const sector = useTermMeaning('sectors')
	const subject = useTermMeaning('themes', 'publics', 'sectors')
	const meaning = (word: string, facet: Facet) => (facet === 'value' ? value : facet === 'sector' ? sector : subject).value(word)

	// While navigating to another page, the route is already the new one.
	const criteria = computed<Criteria>((last) => {
		const next = last && route.path !== path ? last : withCurrentTerms(readCriteria(route.query), meaning)
		return last && keyOf(last) === keyOf(next) ? last : next
	})
	const view = computed<View>((last) => last && route.path !== path ? last : readView(route.query))

	const to = (next: Criteria, shown = view.value) => ({ path, query: writeQuery(next, shown) })
	const choose = (next: Criteria, shown = view.value) => void router.push(to(next, shown))
	const follow = (next: Criteria) => void router.replace(to(next))

	return { criteria, view, choose, follow, to }
}
