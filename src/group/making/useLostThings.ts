/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Group } from '../model.ts'
import type { LostThing } from './missing.ts'

import { useQuery } from '@pinia/colada'
import { toValue } from 'vue'
import * as deck from '../../board/deck.ts'
import * as folder from '../folder.ts'
import { groupKeys } from '../queries.ts'
import { findLostThings } from './missing.ts'

/** What Deck and Files have lost of an open group; nothing is queried before it is open. */
export function useLostThings(group: MaybeRefOrGetter<Pick<Group, 'id' | 'teamGone' | 'making'> | undefined>): UseQueryReturn<LostThing[]> {
	return useQuery({
		key: () => groupKeys.lost(toValue(group)?.id ?? 0),
		query: () => findLostThings({ deck, folder }, toValue(group)!.making!, toValue(group)!.teamGone),
		enabled: () => toValue(group)?.making?.step === 'done',
	})
}
