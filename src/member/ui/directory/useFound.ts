/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { Criteria } from '../../criteria.ts'
import type { Directory, MemberSummary } from '../../model.ts'

import { useFoundPages } from '../../../search/index.ts'
import { membersOf } from '../../paging.ts'
import { useDirectory } from '../../queries.ts'

/** The result, and its criteria. */
interface Found extends Omit<Directory, 'members' | 'next'> {
	criteria: Criteria
	members: MemberSummary[]
}

/** The people who meet criteria, as far as loaded. */
export function useFound(criteria: ComputedRef<Criteria>) {
	return useFoundPages(useDirectory(criteria), ({ facets, near, alike, leftOut, corrected, wider, everyday }, { total, more }, pages): Found => ({
		criteria: criteria.value,
		members: membersOf(pages),
		total,
		more,
		facets,
		near,
		alike,
		leftOut,
		corrected,
		wider,
		everyday,
	}))
}
