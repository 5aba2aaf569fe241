/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Proposals, Side } from './model.ts'

import { useQuery } from '@pinia/colada'
import { toValue } from 'vue'
import * as gateway from './gateway.ts'

/** How long proposals stay fresh, in milliseconds. */
const FRESH = 300_000

/** What a text may be about; an empty one requests nothing. */
export function useProposals(text: MaybeRefOrGetter<string>, side: Side, about: MaybeRefOrGetter<string | undefined>): UseQueryReturn<Proposals> {
	return useQuery({
		key: () => ['about', side, toValue(text), toValue(about) ?? ''],
		query: ({ signal }) => gateway.proposeAbout(toValue(text), side, toValue(about), signal),
		enabled: () => toValue(text) !== '',
		// They stay while a choice is stored or others load.
		placeholderData: (before) => before,
		staleTime: FRESH,
		refetchOnWindowFocus: false,
	})
}
