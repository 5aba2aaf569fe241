/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { ComputedRef } from 'vue'
import type { NoticeCriteria } from '../../find.ts'

import { useFoundPages } from '../../../search/index.ts'
import { mergePages } from '../../find.ts'
import { useNotices } from '../../queries.ts'

/** The notices that match the criteria, as far as loaded. */
export function useFoundNotices(criteria: ComputedRef<NoticeCriteria>) {
	return useFoundPages(useNotices(criteria), ({ facets, near, alike, corrected }, { total }, pages) => ({ notices: mergePages(pages), total, facets, near, alike, corrected }))
}
