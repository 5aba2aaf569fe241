/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { SheetCriteria } from '../../sheet/find.ts'

import { useFoundPages } from '../../../search/index.ts'
import { isNarrowed, mergePages } from '../../sheet/find.ts'
import { useSheets } from '../../sheet/queries.ts'

/** The sheets that match the criteria, as far as loaded; without criteria nothing is queried, unless `all` are wanted. */
export function useFoundSheets(criteria: ComputedRef<SheetCriteria>, all: () => boolean) {
	const wanted = () => all() || isNarrowed(criteria.value)
	return useFoundPages(useSheets(criteria, wanted), ({ facets, near, corrected }, { total }, pages) => ({
		criteria: criteria.value,
		sheets: mergePages(pages),
		total,
		facets,
		near,
		corrected,
	}), wanted)
}
