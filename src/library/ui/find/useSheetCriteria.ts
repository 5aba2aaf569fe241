/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { Query } from '../../../search/index.ts'
import type { SheetCriteria } from '../../sheet/find.ts'

import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useTermMeaning } from '../../../vocabulary/index.ts'
import { keyOf, readCriteria, withCurrentTerms, writeCriteria } from '../../sheet/find.ts'

interface Looking {
	criteria: ComputedRef<SheetCriteria>
	/** A step of its own: going back in the browser undoes it. */
	choose: (criteria: SheetCriteria) => void
	/** While one types: the address follows, without a step for each letter. */
	follow: (criteria: SheetCriteria) => void
}

const isOurs = (key: string) => key === 'q' || key === 'sort' || key.startsWith('facet[')

/** What a person searches for in the library: kept in the address of the page, with its other parameters. */
export function useSheetCriteria(): Looking {
	const route = useRoute()
	const router = useRouter()
	const { path } = route
	const meaning = useTermMeaning()

	// On the way to another page the route is already the other's.
	const criteria = computed<SheetCriteria>((last) => {
		const next = last && route.path !== path ? last : withCurrentTerms(readCriteria(route.query), meaning.value)
		return last && keyOf(last) === keyOf(next) ? last : next
	})

	function to(next: SheetCriteria) {
		const others = Object.fromEntries(Object.entries(route.query).filter(([key]) => !isOurs(key))) as Query
		return { path, query: { ...others, ...writeCriteria(next) } }
	}

	return {
		criteria,
		choose: (next) => void router.push(to(next)),
		follow: (next) => void router.replace(to(next)),
	}
}
