/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Agreed, Showcase, ShowcaseChoice, Shown } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { toValue } from 'vue'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { registerReasons } from '../shared/reasons.ts'
import * as gateway from './gateway.ts'
import { showcaseReasons } from './reasons.ts'

// Only calls loaded with this file are refused for these reasons.
registerReasons(showcaseReasons)

const keys = {
	all: ['showcase'],
	state: ['showcase', 'state'],
	choice: (what: Shown, id: number | string) => ['showcase', what, String(id)],
}

/** Queries with the version of a thing, which a choice changes. */
const things: Record<Shown, (id: number | string) => (string | number)[]> = {
	card: (id) => ['members', 'card', Number(id)],
	group: (id) => ['groups', 'group', Number(id)],
	sheet: (id) => ['library', 'sheet', String(id)],
	notice: (id) => ['notices', 'notice', Number(id)],
}

/** Whether there is a showcase; always refetched: an administrator or another facilitator may have closed it. */
export function useShowcase(): UseQueryReturn<Showcase> {
	return useQuery({ key: keys.state, query: ({ signal }) => gateway.getShowcase(signal), staleTime: 0 })
}

/** Opens or closes the showcase. Throws an ApiError if it is refused. */
export function useChangeShowcase(): (open: boolean) => Promise<Showcase> {
	const cache = useQueryCache()
	return useMutation({
		mutation: (open: boolean) => gateway.changeShowcase(open),
		onSuccess(showcase) {
			// A pending answer may hold the old state.
			cache.cancelQueries({ key: keys.state })
			cache.setQueryData(keys.state, showcase)
			invalidateQueries(cache, { key: keys.all })
		},
	}).mutateAsync
}

/** Whether something is in the showcase. */
export function useChoice(what: Shown, id: MaybeRefOrGetter<number | string>): UseQueryReturn<ShowcaseChoice> {
	return useQuery(() => ({ key: keys.choice(what, toValue(id)), query: ({ signal }) => gateway.getChoice(what, toValue(id), signal), staleTime: 0 }))
}

/** Adds something to the showcase or removes it. Throws an ApiError if it is refused. */
export function useChoose(what: Shown): (chosen: { id: number | string, shown: boolean, agreed?: Agreed }) => Promise<ShowcaseChoice> {
	const cache = useQueryCache()
	return useMutation({
		mutation: ({ id, shown, agreed }: { id: number | string, shown: boolean, agreed?: Agreed }) => gateway.choose(what, id, shown, agreed),
		onSuccess(choice, { id }) {
			cache.cancelQueries({ key: keys.choice(what, id) })
			cache.setQueryData(keys.choice(what, id), choice)
			invalidateQueries(cache, { key: things[what](id) })
		},
	}).mutateAsync
}
