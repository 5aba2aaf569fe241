/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseInfiniteQueryReturn } from '@pinia/colada'
import type { ComputedRef } from 'vue'
import type { Criteria } from '../../criteria.ts'
import type { Directory, MemberSummary } from '../../model.ts'

import { computed } from 'vue'
import { membersOf } from '../../paging.ts'
import { useDirectory } from '../../queries.ts'

/** The result, and its criteria. */
interface Found extends Omit<Directory, 'members' | 'next'> {
	criteria: Criteria
	members: MemberSummary[]
}

type Query = UseInfiniteQueryReturn<Directory, Error, string>

interface FoundPeople extends Pick<Query, 'error' | 'isLoading' | 'hasNextPage' | 'loadNextPage' | 'refetch'> {
	/** The previous result until the one for the current criteria has arrived, which replaces it. */
	found: ComputedRef<Found | undefined>
	/** Whether the result is the previous one. */
	waiting: ComputedRef<boolean>
}

/** The people who meet criteria, as far as loaded. */
export function useFound(criteria: ComputedRef<Criteria>): FoundPeople {
	const { data, error, isLoading, hasNextPage, loadNextPage, refetch } = useDirectory(criteria)

	const found = computed<Found | undefined>((last) => {
		const pages = data.value?.pages
		if (!pages) {
			return error.value ? undefined : last
		}
		const { facets, near, leftOut, corrected, wider, everyday } = pages[0]!
		const { total, more } = pages.at(-1)!
		return { criteria: criteria.value, members: membersOf(pages), total, more, facets, near, leftOut, corrected, wider, everyday }
	})
	const waiting = computed(() => found.value !== undefined && !data.value)

	return { found, waiting, error, isLoading, hasNextPage, loadNextPage, refetch }
}
