/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { EntryKey, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Bond, Centre, Link, Neighbourhood, NeighbourKind, NewLink, Ref, Relation, Thing } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { computed, toValue, watch } from 'vue'
import { ApiError, isReason } from '../api/apiError.ts'
import { NEIGHBOURHOODS_KEY } from '../shared/composables/useInvalidateNeighbourhoods.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import * as gateway from './gateway.ts'
import { LATE_KIND } from './model.ts'
import { isSame, linkOf, linksIn, withBond, withoutLink } from './neighbourhood.ts'

const around = ({ type, id }: Ref) => [...NEIGHBOURHOODS_KEY, type, id]
/** Next to the thing's own page, less is shown. */
const first = (of: Centre) => [...around(of), of.own ? 'page' : 'elsewhere']

export const linkKeys = {
	/** Every cached neighbourhood of a thing. */
	around,
	first,
	kind: (of: Centre, kind: NeighbourKind) => [...first(of), kind],
	files: (of: Centre) => [...first(of), LATE_KIND, 'first'],
	things: (q: string) => ['links', 'things', q],
	relations: ['links', 'relations'],
}

/** The neighbourhood of a thing: the first things of each kind except files. */
export function useNeighbourhood(subject: MaybeRefOrGetter<Centre>): UseQueryReturn<Neighbourhood> {
	return useQuery(() => {
		const of = toValue(subject)
		return {
			key: linkKeys.first(of),
			query: ({ signal }) => gateway.getNeighbourhood(of, null, signal),
		}
	})
}

/** The initial data of the panel of a thing, and whether this viewer can link it: now, or once they have a card. */
export function useAround(subject: MaybeRefOrGetter<Centre>) {
	const first = useNeighbourhood(subject)
	const files = useFilesAround(subject, () => first.data.value !== undefined)
	const can = computed(() => first.data.value?.subject.can)
	return {
		first,
		files,
		kinds: computed(() => [...first.data.value?.kinds ?? [], ...files.data.value?.kinds ?? []]),
		offered: computed(() => can.value !== undefined && (can.value.link || can.value.linkWithCard)),
	}
}

/** The first files in the neighbourhood of a thing; they take longer than the rest, and are requested after it. */
function useFilesAround(subject: MaybeRefOrGetter<Centre>, enabled: MaybeRefOrGetter<boolean>): UseQueryReturn<Neighbourhood> {
	return useQuery(() => {
		const of = toValue(subject)
		return {
			key: linkKeys.files(of),
			query: ({ signal }) => gateway.getFilesAround(of, signal),
			enabled: toValue(enabled),
		}
	})
}

/** All neighbours of one kind. */
export function useAllOfKind(subject: MaybeRefOrGetter<Centre>, kind: MaybeRefOrGetter<NeighbourKind>): UseQueryReturn<Neighbourhood> {
	return useQuery(() => {
		const of = toValue(subject)
		const wanted = toValue(kind)
		return {
			key: linkKeys.kind(of, wanted),
			query: ({ signal }) => gateway.getNeighbourhood(of, wanted, signal),
		}
	})
}

/** Things to link that match words or an address; nothing is requested without any. Earlier requests are cancelled. */
export function useThings(words: MaybeRefOrGetter<string>): UseQueryReturn<Thing[]> {
	const cache = useQueryCache()
	const asked = () => toValue(words).trim()
	watch(asked, (_, before) => cache.cancelQueries({ key: linkKeys.things(before), exact: true, active: false }), { flush: 'post' })
	return useQuery(() => {
		const q = asked()
		return {
			key: linkKeys.things(q),
			query: ({ signal }) => gateway.findThings(q, signal),
			enabled: q !== '',
		}
	})
}

/** The relations of the network, in order. */
export function useRelations(): UseQueryReturn<Relation[]> {
	return useQuery({ key: linkKeys.relations, query: ({ signal }) => gateway.listRelations(signal), staleTime: 600_000 })
}

/** A link to be created: its two things, and how it reads from each. */
export interface PendingLink {
	a: Thing
	b: Thing
	relation: Pick<Relation, 'slug' | 'label' | 'inverse'>
}

/** The created link, and whether it existed before. */
export interface LinkResult {
	link: Link
	known: boolean
}

/** A temporary id for a link the server has not created yet. */
const PENDING_ID = -1

/** Everything that changes links: shown immediately, and reverted if the server refuses. Each call then throws an ApiError. */
export function useLinkActions() {
	const cache = useQueryCache()

	/** Every loaded neighbourhood of a thing. */
	function neighbourhoods(of: Ref): { key: EntryKey, around: Neighbourhood }[] {
		return cache.getEntries({ key: linkKeys.around(of) }).flatMap(({ key, state }) => {
			const around = state.value.data as Neighbourhood | undefined
			return around ? [{ key, around }] : []
		})
	}

	/** Shows the expected neighbourhoods; the returned function restores the previous ones. */
	function show(ends: readonly Ref[], change: (around: Neighbourhood, only: NeighbourKind | null) => Neighbourhood): () => void {
		const before = ends.flatMap(neighbourhoods)
		for (const { key, around } of before) {
			// A pending answer may hold the old state.
			cache.cancelQueries({ key, exact: true })
			cache.setQueryData(key, change(around, (key[5] as NeighbourKind | undefined) ?? null))
		}
		return () => before.forEach(({ key, around }) => cache.setQueryData(key, around))
	}

	function settle(ends: readonly Ref[]): void {
		ends.forEach((end) => invalidateQueries(cache, { key: linkKeys.around(end) }))
	}

	const make = useMutation({
		async mutation({ a, b, relation }: PendingLink): Promise<LinkResult> {
			const known = [a, b].flatMap(neighbourhoods).flatMap(({ around }) => linksIn(around))
			const bond = (inverse: boolean): Bond => ({
				words: inverse ? relation.inverse : relation.label,
				link: { id: PENDING_ID, relation: relation.slug, inverse, by: null, can: { remove: false } },
			})
			const putBack = show([a, b], (around, only) => isSame(around.subject, a)
				? withBond(around, b, bond(false), only)
				: withBond(around, a, bond(true), only))
			try {
				const link = await gateway.createLink({ a: { type: a.type, id: a.id }, b: { type: b.type, id: b.id }, relation: relation.slug })
				return { link, known: known.includes(link.id) }
			} catch (error) {
				putBack()
				throw ofLinks(error)
			}
		},
		onSettled: (_made, _error, { a, b }) => settle([a, b]),
	})

	const remake = useMutation({
		mutation: (link: NewLink) => gateway.createLink(link).catch((error: unknown) => {
			throw ofLinks(error)
		}),
		onSettled: (_made, _error, { a, b }) => settle([a, b]),
	})

	const remove = useMutation({
		async mutation({ id, a, b }: Link): Promise<void> {
			const putBack = show([a, b], (around) => withoutLink(around, id))
			try {
				await gateway.removeLink(id)
			} catch (error) {
				// It is deleted already, as intended.
				if (!isReason(error, 'not_found')) {
					putBack()
					throw error
				}
			}
		},
		onSettled: (_done, _error, { a, b }) => settle([a, b]),
	})

	return {
		/** Links two things. */
		link: make.mutateAsync,
		/** Restores a link that was removed. */
		remake: remake.mutateAsync,
		/** Deletes a link. */
		unlink: remove.mutateAsync,
		/** Deletes a link shown next to a thing; returns the removed bond. */
		async unlinkBond(subject: Ref, neighbour: Ref, bond: NonNullable<Bond['link']>): Promise<NewLink> {
			const link = linkOf(subject, neighbour, bond)
			await remove.mutateAsync({ id: bond.id, ...link })
			return link
		},
	}
}

/** Reason words that mean something else elsewhere. */
function ofLinks(error: unknown): unknown {
	const words: Record<string, string> = { too_many: 'links_full', no_card: 'links_need_card', card_hidden: 'links_need_card' }
	return error instanceof ApiError && error.reason in words
		? new ApiError(error.status, words[error.reason]!, error)
		: error
}
