/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache, UseQueryReturn } from '@pinia/colada'
import type { MaybeRefOrGetter } from 'vue'
import type { Acceptances, EditableGroup, Engagement, FoundGroups, Group, GroupStatus, GroupSummary, MyCharter, RosterRow } from './model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import * as v from 'valibot'
import { toValue } from 'vue'
import { useHomeAgain } from '../member/index.ts'
import { useInvalidateNeighbourhoods } from '../shared/composables/useInvalidateNeighbourhoods.ts'
import { invalidateQueries } from '../shared/invalidateQueries.ts'
import * as gateway from './gateway.ts'
import { GroupSchema, GroupSummarySchema, RosterRowSchema } from './model.ts'

export { folderUrl } from './folder.ts'

export const groupKeys = {
	all: ['groups'],
	own: ['groups', 'own'],
	list: ['groups', 'list'],
	found: (q: string, limit: number) => ['groups', 'list', 'found', q, limit],
	group: (id: number) => ['groups', 'group', id],
	lost: (id: number) => ['groups', 'group', id, 'lost'],
	roster: (id: number) => ['groups', 'roster', id],
	team: (id: string) => ['groups', 'team', id],
	acceptances: (id: number) => ['groups', 'acceptances', id],
	stacks: (boardId: number) => ['groups', 'stacks', boardId],
	charter: ['charter'],
}

/** A group of mine in the navigation. */
export const OwnGroupSchema = v.object({ id: v.number(), title: v.string() })
export type OwnGroup = v.InferOutput<typeof OwnGroupSchema>

/** The groups sent with the page for the requested address. */
export const FirstGroupsSchema = v.object({
	groups: v.optional(v.array(GroupSummarySchema)),
	group: v.optional(GroupSchema),
	roster: v.optional(v.array(RosterRowSchema)),
})

/** Puts the data sent with the page into the cache. */
export function seedGroups(cache: QueryCache, own: OwnGroup[], { groups, group, roster }: v.InferOutput<typeof FirstGroupsSchema>): void {
	cache.setQueryData(groupKeys.own, own)
	if (groups) {
		cache.setQueryData(groupKeys.list, groups)
	}
	if (group) {
		cache.setQueryData(groupKeys.group(group.id), group)
	}
	if (group && roster) {
		cache.setQueryData(groupKeys.roster(group.id), roster)
	}
}

function ownOf(groups: readonly GroupSummary[]): OwnGroup[] {
	return groups
		.filter(({ mine }) => mine?.state === 'active')
		.map(({ id, title }) => ({ id, title }))
}

/** My groups, by title: sent with the page, and updated by my changes. */
export function useOwnGroups(): UseQueryReturn<OwnGroup[]> {
	return useQuery({
		key: groupKeys.own,
		query: async ({ signal }) => ownOf(await gateway.listGroups(signal)),
		staleTime: Infinity,
		gcTime: false,
	})
}

/** The groups of the network: those I am in first, then by title. */
export function useGroups(): UseQueryReturn<GroupSummary[]> {
	const cache = useQueryCache()
	return useQuery({
		key: groupKeys.list,
		query: async ({ signal }) => {
			const groups = await gateway.listGroups(signal)
			cache.setQueryData(groupKeys.own, ownOf(groups))
			return groups
		},
	})
}

/** The groups with words; without words nothing is requested. */
export function useFoundGroups(q: MaybeRefOrGetter<string>, limit: number): UseQueryReturn<FoundGroups> {
	return useQuery({
		key: () => groupKeys.found(toValue(q), limit),
		query: ({ signal }) => gateway.findGroups({ q: toValue(q), limit }, signal),
		enabled: () => toValue(q) !== '',
	})
}

/** A group. */
export function useGroup(id: MaybeRefOrGetter<number>): UseQueryReturn<Group> {
	return useQuery({
		key: () => groupKeys.group(toValue(id)),
		query: ({ signal }) => gateway.getGroup(toValue(id), signal),
	})
}

/** Title of a group from a list on this page, so that its page has a title before it loads. */
export function cachedTitle(cache: QueryCache, id: number): string | undefined {
	return [...cache.getQueryData<GroupSummary[]>(groupKeys.list) ?? [], ...cache.getQueryData<OwnGroup[]>(groupKeys.own) ?? []]
		.find((group) => group.id === id)?.title
}

/** The people of a group, as far as I can see them. */
export function useRoster(id: MaybeRefOrGetter<number>): UseQueryReturn<RosterRow[]> {
	return useQuery({
		key: () => groupKeys.roster(toValue(id)),
		query: ({ signal }) => gateway.getRoster(toValue(id), signal),
	})
}

/** The version of the charter that each member of a group accepted; for its facilitators, while `wanted`. */
export function useAcceptances(id: MaybeRefOrGetter<number>, wanted: MaybeRefOrGetter<boolean>): UseQueryReturn<Acceptances> {
	return useQuery({
		key: () => groupKeys.acceptances(toValue(id)),
		query: ({ signal }) => gateway.listAcceptances(toValue(id), signal),
		enabled: () => toValue(wanted),
	})
}

/** The network’s charter in force, null if there is none. */
export function useCharter(): UseQueryReturn<MyCharter | null> {
	return useQuery({ key: groupKeys.charter, query: ({ signal }) => gateway.getCharter(signal) })
}

/** Reloads the charter, if the loaded one is no longer in force. */
export function useReloadCharter(): () => void {
	const cache = useQueryCache()
	return () => invalidateQueries(cache, { key: groupKeys.charter })
}

/** Everything that changes groups. Each call throws an ApiError when it is refused and updates the queries of this page. */
export function useGroupActions() {
	const cache = useQueryCache()
	const homeAgain = useHomeAgain()
	const aroundAgain = useInvalidateNeighbourhoods()

	/** Takes a group in its new state. */
	function keep(group: Group): Group {
		const key = groupKeys.group(group.id)
		cache.cancelQueries({ key })
		cache.setQueryData(key, group)
		const own = (cache.getQueryData<OwnGroup[]>(groupKeys.own) ?? []).filter(({ id }) => id !== group.id)
		cache.setQueryData(groupKeys.own, group.mine?.state === 'active'
			? [...own, { id: group.id, title: group.title }].sort((a, b) => a.title.localeCompare(b.title))
			: own)
		forget(group.id)
		return group
	}

	/** Invalidates everything that shows the members of a group. */
	function forget(id: number): void {
		invalidateQueries(cache, { key: groupKeys.list })
		invalidateQueries(cache, { key: groupKeys.roster(id) })
		invalidateQueries(cache, { key: groupKeys.acceptances(id) })
		homeAgain()
		aroundAgain()
	}

	/** A mutation of a group, which answers with its new state. */
	function change<Vars>(work: (vars: Vars) => Promise<Group>) {
		return useMutation({ mutation: (vars: Vars) => work(vars), onSuccess: keep }).mutateAsync
	}

	/** A mutation about one person in a group. */
	function person<Vars extends { id: number }, T>(work: (vars: Vars) => Promise<T>) {
		return useMutation({
			mutation: (vars: Vars) => work(vars),
			onSuccess(_, { id }) {
				forget(id)
				// Counts of members, and of waiting people.
				invalidateQueries(cache, { key: groupKeys.group(id) })
			},
		}).mutateAsync
	}

	const acceptCharter = useMutation({
		mutation: (version: number) => gateway.acceptCharter(version),
		onSuccess(charter) {
			cache.setQueryData(groupKeys.charter, charter)
			invalidateQueries(cache, { key: groupKeys.all })
			homeAgain()
		},
	})
	const remove = useMutation({
		mutation: (id: number) => gateway.deleteGroup(id),
		onSuccess(_, id) {
			cache.getEntries({ key: groupKeys.group(id) }).forEach((entry) => cache.remove(entry))
			cache.setQueryData(groupKeys.own, (cache.getQueryData<OwnGroup[]>(groupKeys.own) ?? []).filter((group) => group.id !== id))
			forget(id)
		},
	})

	return {
		/** Changes the description of a group. */
		edit: change(({ id, version, words }: { id: number, version: number, words: Partial<EditableGroup> }) => gateway.editGroup(id, version, words)),
		/** Makes a group active, dormant or closed. */
		setStatus: change(({ id, ...body }: { id: number, version: number, status: Exclude<GroupStatus, 'forming'> }) => gateway.setGroupStatus(id, body)),
		/** Deletes a group that is forming or closed. */
		remove: remove.mutateAsync,
		/** Joins a group, or asks to; for a member it changes the commitment. */
		join: change(({ id, ...body }: { id: number, charter: number | null } & Engagement) => gateway.joinGroup(id, body)),
		/** Changes my commitment. */
		engage: change(({ id, ...body }: { id: number } & Partial<Engagement>) => gateway.changeEngagement(id, body)),
		/** Leaves a group, or withdraws the request to join. */
		leave: change(({ id, note }: { id: number, note: string }) => gateway.leaveGroup(id, note)),
		/** Declines an invitation. */
		decline: change((id: number) => gateway.declineGroup(id)),
		/** Makes a person facilitator, with or without me. */
		facilitate: change(({ id, ...body }: { id: number, memberId: number, until?: string | null, handOver?: boolean }) => gateway.facilitateGroup(id, body)),
		/** Steps down as facilitator. */
		stepDown: change((id: number) => gateway.stepDown(id)),
		/** Creates a conversation in Talk. */
		makeTalk: change((id: number) => gateway.makeTalk(id)),
		/** Accepts the charter, once for all groups. */
		acceptCharter: acceptCharter.mutateAsync,
		/** Invites a person to a group; returns the outcome. */
		invite: person(({ id, memberId }: { id: number, memberId: number }) => gateway.inviteMember(id, memberId)),
		/** Records that an invited person whose card I keep joins. */
		acceptFor: person(({ id, member, ...body }: { id: number, member: number, how: string, charter: number | null } & Partial<Engagement>) => gateway.acceptFor(id, member, body)),
		/** Declines for them. */
		declineFor: person(({ id, member }: { id: number, member: number }) => gateway.declineFor(id, member)),
		/** Changes the commitment of a person without an account whose card I keep. */
		changePerson: person(({ id, member, ...body }: { id: number, member: number } & Partial<Engagement>) => gateway.changePerson(id, member, body)),
		/** Approves a request to join. */
		admit: person(({ id, member }: { id: number, member: number }) => gateway.admitMember(id, member)),
		/** Withdraws an invitation, or declines a request. */
		removePerson: person(({ id, member }: { id: number, member: number }) => gateway.removePerson(id, member)),
	}
}
