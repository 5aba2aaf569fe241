/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache, UseInfiniteQueryReturn, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Criteria } from './criteria.ts'
import type { MemberExport } from './export/model.ts'
import type { Edit } from './gateway.ts'
import type { Home } from './home/model.ts'
import type { Claim, Consent, ConsentMail, Directory, Facet, FacetChoice, KeptState, Member, MemberPage, MemberSummary, NewCard, Status, Unasked, Viewpoint } from './model.ts'

import { setInfiniteQueryData, useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada'
import * as v from 'valibot'
import { toValue } from 'vue'
import { isReason } from '../api/apiError.ts'
import { useInvalidateNeighbourhoods } from '../shared/composables/useInvalidateNeighbourhoods.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import { askedOf, criteriaOf, keyOf } from './criteria.ts'
import * as gateway from './gateway.ts'
import { HomeSchema } from './home/model.ts'
import { DirectorySchema, MemberSchema, SORTS } from './model.ts'

export { listHandouts } from './gateway.ts'

export const memberKeys = {
	all: ['members'],
	lists: ['members', 'list'],
	directory: (criteria: Criteria) => ['members', 'list', 'directory', keyOf(criteria)],
	people: (criteria: Criteria) => ['members', 'list', 'people', keyOf(criteria)],
	choices: (facet: Facet, criteria: Criteria) => ['members', 'list', 'choices', facet, keyOf(criteria)],
	home: ['members', 'list', 'home'],
	work: (group: number) => ['members', 'work', group],
	searches: ['searches'],
	kept: ['members', 'kept'],
	keptIn: (state: KeptState | undefined) => state ? ['members', 'kept', 'state', state] : ['members', 'kept'],
	unasked: ['members', 'kept', 'unasked'],
	mine: ['members', 'mine'],
	card: (id: number) => ['members', 'card', id],
	preview: (id: number, as: Viewpoint) => ['members', 'preview', id, as],
	claim: (token: string) => ['claim', token],
	consentMail: (id: number) => ['members', 'consentMail', id],
}

/** The data sent with the page for its address. */
export const FirstSchema = v.object({
	path: v.string(),
	/** The criteria of the result in `directory`. */
	query: v.optional(v.object({
		q: v.optional(v.string()),
		facet: v.optional(v.record(v.string(), v.array(v.string()))),
		sort: v.nullish(v.picklist(SORTS)),
	})),
	directory: v.optional(DirectorySchema),
	home: v.optional(HomeSchema),
	member: v.optional(MemberSchema),
})
type First = v.InferOutput<typeof FirstSchema>

/** Puts the data sent with the page into the cache, so that the first view requests nothing. */
export function seedMembers(cache: QueryCache, mine: Member | null, first: First): void {
	cache.setQueryData(memberKeys.mine, mine)
	if (mine) {
		cache.setQueryData(memberKeys.card(mine.id), mine)
	}
	if (first.member) {
		cache.setQueryData(memberKeys.card(first.member.id), first.member)
	}
	if (first.home) {
		cache.setQueryData(memberKeys.home, first.home)
	}
	if (first.directory) {
		const criteria = criteriaOf({ ...first.query, facets: first.query?.facet })
		setInfiniteQueryData(cache, memberKeys.directory(criteria), { pages: [first.directory], pageParams: [''] })
	}
}

/** My own card as far as the page already knows it: null without one, undefined if not requested yet. */
export function knownMine(cache: QueryCache): Member | null | undefined {
	return cache.getQueryData<Member | null>(memberKeys.mine)
}

type Pages<Page> = UseInfiniteQueryReturn<Page, Error, string>

/** The published cards that meet criteria, page by page. */
export function useDirectory(criteria: MaybeRefOrGetter<Criteria>): Pages<Directory> {
	return useInfiniteQuery(() => {
		const asked = toValue(criteria)
		return {
			key: memberKeys.directory(asked),
			query: ({ pageParam, signal }) => gateway.listMembers({ ...askedOf(asked), ...pageParam === '' ? {} : { cursor: pageParam } }, signal),
			initialPageParam: '',
			getNextPageParam: (page) => page.next,
			// Returning to a list would refetch all its pages: the cached pages expire after five minutes, and changes made on
			// this page apply immediately.
			staleTime: Infinity,
		}
	})
}

/** All choices of one criterion, if they were not in the results; only queried while `wanted`. */
export function useFacetChoices(
	facet: MaybeRefOrGetter<Facet>,
	criteria: MaybeRefOrGetter<Criteria>,
	wanted: MaybeRefOrGetter<boolean>,
): UseQueryReturn<FacetChoice[], Error, FacetChoice[] | undefined> {
	return useQuery(() => {
		const of = toValue(facet)
		const { q, facets } = toValue(criteria)
		// In any sort order.
		const asked = criteriaOf({ q, facets })
		return {
			key: memberKeys.choices(of, asked),
			query: ({ signal }) => gateway.facetChoices({ ...askedOf(asked), of }, signal),
			enabled: toValue(wanted),
		}
	})
}

/** Kinds of cards that are about a person. */
const OF_PEOPLE = ['account', 'kept']

/**
 * The people whose cards contain words, to choose one of them; nothing is requested without words.
 *
 * @param words typed words
 * @param withOrganisations whether to include organisations
 */
export function useFindPeople(words: MaybeRefOrGetter<string>, withOrganisations = true): UseQueryReturn<MemberSummary[]> {
	const asked = () => criteriaOf({ q: toValue(words), facets: withOrganisations ? {} : { kind: OF_PEOPLE } })
	return useQuery({
		key: () => memberKeys.people(asked()),
		query: async ({ signal }) => {
			const { members, near } = await gateway.listMembers({ ...askedOf(asked()), limit: 8 }, signal)
			// A list to choose from does not show people who match only some of the words.
			return near ? [] : members
		},
		enabled: () => toValue(words).trim() !== '',
	})
}

/** The first people who seek or offer something of a theme, and their number. */
export function usePeopleWith(facet: 'seek' | 'offer', theme: MaybeRefOrGetter<string>): UseQueryReturn<Pick<Directory, 'members' | 'total'>> {
	const asked = () => criteriaOf({ facets: { [facet]: [toValue(theme)] } })
	return useQuery({
		key: () => memberKeys.people(asked()),
		query: ({ signal }) => gateway.listMembers({ ...askedOf(asked()), limit: 100 }, signal),
	})
}

/** The cards I keep for people without an account; requested only while `wanted`. */
export function useKept(wanted: MaybeRefOrGetter<boolean> = true, state: MaybeRefOrGetter<KeptState | undefined> = undefined): Pages<MemberPage> {
	return useInfiniteQuery({
		key: () => memberKeys.keptIn(toValue(state)),
		query: ({ pageParam, signal }) => gateway.keptMembers({ ...pageParam !== '' && { cursor: pageParam }, state: toValue(state) }, signal),
		initialPageParam: '',
		getNextPageParam: (page) => page.next,
		enabled: () => toValue(wanted),
		// Returning to the window would refetch every page.
		refetchOnWindowFocus: false,
	})
}

/** The drafts I keep whose person has a mail address and has not been asked yet. */
export function useUnasked(): UseQueryReturn<Unasked> {
	return useQuery({
		key: memberKeys.unasked,
		query: ({ signal }) => gateway.unaskedMembers(signal),
	})
}

/** The mail that would ask a person for their agreement; null queries nothing. Built again each time: the card may have changed. */
export function useConsentMail(id: MaybeRefOrGetter<number | null>): UseQueryReturn<ConsentMail> {
	return useQuery({
		key: () => memberKeys.consentMail(toValue(id) ?? 0),
		query: ({ signal }) => gateway.getConsentMail(toValue(id) ?? 0, signal),
		enabled: () => toValue(id) !== null,
		staleTime: 0,
		gcTime: 0,
	})
}

/** My own card, null without one. */
export function useMine(): UseQueryReturn<Member | null> {
	return useQuery({
		key: memberKeys.mine,
		query: async ({ signal }): Promise<Member | null> => {
			try {
				return await gateway.getMine(signal)
			} catch (error) {
				if (isReason(error, 'no_card')) {
					return null
				}
				throw error
			}
		},
		gcTime: false,
	})
}

/** A card as far as I can see it; immediately if it is among the loaded cards I keep. null requests nothing. */
export function useMember(id: MaybeRefOrGetter<number | null>): UseQueryReturn<Member, Error, Member | undefined> {
	// Looked up once: depending on the list would recreate the query with each of its changes.
	const known = useQueryCache().getQueryData<{ pages: MemberPage[] }>(memberKeys.kept)?.pages
		.flatMap(({ members }) => members)
		.find((member) => member.id === toValue(id))
	return useQuery({
		key: () => memberKeys.card(toValue(id) ?? 0),
		query: ({ signal }) => gateway.getMember(toValue(id) ?? 0, signal),
		enabled: () => toValue(id) !== null,
		initialData: () => known?.id === toValue(id) ? known : undefined,
		// Stale from the start: shown immediately, and refetched.
		initialDataUpdatedAt: 0,
	})
}

/** What a list on this page contains of a person, so that their card has a name before it loads. */
export function knownSummary(cache: QueryCache, id: number): MemberSummary | undefined {
	return cache.getEntries({ key: memberKeys.lists })
		.map(({ state }) => state.value.data as { pages?: Directory[] } & Partial<Home> | undefined)
		.flatMap((data) => [...data?.pages?.flatMap(({ members }) => members) ?? [], ...data?.newest ?? []])
		.find((member) => member.id === id)
}

/** A card I keep as another person sees it; null queries nothing. */
export function usePreview(id: MaybeRefOrGetter<number>, as: MaybeRefOrGetter<Viewpoint | null>): UseQueryReturn<Member> {
	return useQuery({
		key: () => memberKeys.preview(toValue(id), toValue(as) ?? 'member'),
		query: ({ signal }) => gateway.previewMember(toValue(id), toValue(as) ?? 'member', signal),
		enabled: () => toValue(as) !== null,
	})
}

/** The card of a one-time link. */
export function useClaim(token: MaybeRefOrGetter<string>): UseQueryReturn<Claim> {
	return useQuery({
		key: () => memberKeys.claim(toValue(token)),
		query: ({ signal }) => gateway.getClaim(toValue(token), signal),
		refetchOnWindowFocus: false,
	})
}

/**
 * Everything that changes cards. Each call throws an ApiError when it is refused and leaves the queries of this page
 * showing the new state.
 */
export function useMemberActions() {
	const cache = useQueryCache()
	const aroundAgain = useInvalidateNeighbourhoods()

	/** Updates a card in the cache; lists and previews are refetched when next shown. */
	function keep(member: Member): Member {
		// A pending answer may hold the old state.
		cache.cancelQueries({ key: memberKeys.card(member.id) })
		cache.setQueryData(memberKeys.card(member.id), member)
		if (knownMine(cache)?.id === member.id) {
			cache.setQueryData(memberKeys.mine, member)
		}
		forgetLists()
		invalidateQueries(cache, { key: ['members', 'preview', member.id] })
		// Their name is shown elsewhere, with what they wrote and do.
		aroundAgain()
		return member
	}

	/** Removes a card from the cache. */
	function drop(id: number): void {
		if (knownMine(cache)?.id === id) {
			cache.setQueryData(memberKeys.mine, null)
		}
		for (const key of [memberKeys.card(id), ['members', 'preview', id]]) {
			cache.getEntries({ key }).forEach((entry) => cache.remove(entry))
		}
		forgetLists()
		aroundAgain()
	}

	function forgetLists(): void {
		// Lists that are not shown restart when next shown, instead of refetching every page.
		cache.getEntries({ key: memberKeys.lists, active: false }).forEach((entry) => cache.remove(entry))
		invalidateQueries(cache, { key: memberKeys.lists })
		invalidateQueries(cache, { key: memberKeys.kept })
	}

	const save = useMutation({
		mutation: ({ id, edit }: { id: number, edit: Edit }) => gateway.saveMember(id, edit),
		onSuccess: keep,
	})
	const saveMine = useMutation({
		mutation: (edit: Edit) => gateway.saveMine(edit),
		onSuccess(member) {
			cache.setQueryData(memberKeys.mine, member)
			keep(member)
		},
	})
	const setStatus = useMutation({
		mutation: ({ id, status, version }: { id: number, status: Status, version: number }) => gateway.setStatus(id, status, version),
		onSuccess: keep,
	})
	const recordConsent = useMutation({
		mutation: ({ id, consent }: { id: number, consent: Consent }) => gateway.recordConsent(id, consent),
		onSuccess: keep,
	})
	const confirm = useMutation({
		mutation: (id: number) => gateway.confirmMember(id),
		onSuccess: keep,
	})
	const askConsent = useMutation({
		mutation: (id: number) => gateway.askConsent(id),
		// After several changes, every list would be refetched for each.
		onSuccess: (member) => cache.setQueryData(memberKeys.card(member.id), member),
	})
	const takeBackConsentMail = useMutation({
		mutation: (id: number) => gateway.takeBackConsentMail(id),
		onSuccess: keep,
	})
	const refuse = useMutation({
		mutation: (id: number) => gateway.refuseMember(id),
		onSuccess: (_, id) => drop(id),
	})
	const create = useMutation({
		mutation: (card: NewCard) => gateway.createMember(card),
		onSuccess: keep,
	})
	const remove = useMutation({
		// By its id, my own too: if the session now belongs to another person, their card stays.
		mutation: (id: number) => gateway.deleteMember(id),
		onSuccess: (_, id) => drop(id),
	})
	const passOn = useMutation({
		mutation: ({ id, uid }: { id: number, uid: string | null }) => gateway.passOn(id, uid),
		onSuccess: (_, { id }) => drop(id),
	})
	const takeOver = useMutation({
		mutation: ({ token, merge }: { token: string, merge: boolean }) => gateway.takeOver(token, merge),
		onSuccess(member) {
			cache.setQueryData(memberKeys.mine, member)
			keep(member)
		},
	})

	return {
		/** Changes a card I keep. */
		save: save.mutateAsync,
		/** Changes my own card; version 0 creates it. */
		saveMine: saveMine.mutateAsync,
		/** Publishes, pauses or withdraws a card. */
		setStatus: setStatus.mutateAsync,
		/** Confirms that a card is still true. */
		confirm: confirm.mutateAsync,
		/** Changes how I am asked once a year. */
		/** Records when and how a person without an account agreed. */
		recordConsent: recordConsent.mutateAsync,
		/** Asks the person by mail for their agreement; lists show it once they are invalidated. */
		askConsent: askConsent.mutateAsync,
		forgetLists,
		/** Revokes the link in the mail. */
		takeBackConsentMail: takeBackConsentMail.mutateAsync,
		/** Records that the person refuses: the card is deleted. */
		refuse: refuse.mutateAsync,
		/** Creates a card for a person without an account. */
		create: create.mutateAsync,
		/** Deletes a card, my own or one I keep. */
		remove: remove.mutateAsync,
		/** Hands over a kept card to another person: afterwards it is theirs, and removed from here. */
		passOn: passOn.mutateAsync,
		/** Takes over the card a one-time link is for. */
		takeOver: takeOver.mutateAsync,
		/** Creates the one-time link, and sends it by mail on request. */
		invite: (id: number, mail: boolean) => gateway.inviteMember(id, mail),
		/** Revokes the one-time link. */
		uninvite: (id: number) => gateway.uninviteMember(id),
		/** All data Réseau has about the person. */
		exportData: (id: number): Promise<MemberExport> => gateway.exportMember(id),
		/** The export as an HTML document. */
		exportPage: (id: number): Promise<string> => gateway.exportMemberPage(id),
	}
}
