/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { TerritoryIndex } from './model.ts'

import { useQuery } from '@pinia/colada'
import { loadIndex } from './load.ts'

/** The names of regions and départements, which do not change while a page is open. */
export function useTerritoryIndex(): UseQueryReturn<TerritoryIndex> {
	return useQuery({ key: ['territories'], query: loadIndex, staleTime: Infinity })
}
