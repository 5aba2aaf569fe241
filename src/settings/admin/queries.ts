/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { QueryCache, UseQueryReturn } from '@pinia/colada'
import type { Ref } from 'vue'
import type { Account, Charter, CharterVersion, ChoiceOfGroup, Folder, KitRow, Network, NetworkSettings, Replaceable, SetupCheck, ShippedKits } from '../model.ts'

import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { invalidateQueries } from '../../shared/invalidateQueries.ts'
import * as gateway from './gateway.ts'

export { checkKit, getKit, getShippedKit } from './gateway.ts'

const NETWORK = ['network']
const SETUP = ['setup']
const CHARTERS = ['charters']
const KITS = ['kits']

/** Puts the data sent with the page into the cache of the queries below. */
export function seedAdministration(cache: QueryCache, network: Network, setup: SetupCheck[]): void {
	cache.setQueryData(NETWORK, network)
	cache.setQueryData(SETUP, setup)
}

/** The settings of the network. */
export function useNetwork(): UseQueryReturn<Network> {
	return useQuery({ key: NETWORK, query: ({ signal }) => gateway.getNetwork(signal) })
}

/** What Nextcloud lacks for Réseau; refetched when the administrator returns from fixing it. */
export function useSetup(): UseQueryReturn<SetupCheck[]> {
	return useQuery({ key: SETUP, query: ({ signal }) => gateway.getSetup(signal), refetchOnWindowFocus: 'always' })
}

/** The kits that come with the app. */
export function useKits(): UseQueryReturn<ShippedKits> {
	return useQuery({ key: KITS, query: ({ signal }) => gateway.getKits(signal) })
}

/** Groups that match a text. */
export function useGroups(text: Ref<string>): UseQueryReturn<ChoiceOfGroup[]> {
	return useQuery({
		key: () => ['groups', text.value.trim()],
		query: ({ signal }) => gateway.getGroups(text.value.trim(), signal),
		enabled: () => text.value.trim() !== '',
		placeholderData: (before) => before,
	})
}

/** Accounts that match a text. */
export function useAccounts(text: Ref<string>): UseQueryReturn<Account[]> {
	return useQuery({
		key: () => ['accounts', text.value.trim()],
		query: ({ signal }) => gateway.getAccounts(text.value.trim(), signal),
		enabled: () => text.value.trim() !== '',
		placeholderData: (before) => before,
	})
}

/** Folders to choose from, once the person opens the list. */
export function useFolders(wanted: Ref<boolean>): UseQueryReturn<Folder[]> {
	return useQuery({ key: ['folders'], query: ({ signal }) => gateway.getFolders(signal), enabled: () => wanted.value })
}

/** The versions of the charter, once the person opens them. */
export function useCharters(wanted: Ref<boolean>): UseQueryReturn<CharterVersion[]> {
	return useQuery({ key: CHARTERS, query: ({ signal }) => gateway.getCharters(signal), enabled: () => wanted.value })
}

/** The text of a version of the charter, which never changes. */
export function useCharter(version: Ref<number | null>): UseQueryReturn<Charter> {
	return useQuery({
		key: () => ['charter', version.value ?? 0],
		query: ({ signal }) => gateway.getCharter(version.value!, signal),
		enabled: () => version.value !== null,
		staleTime: Infinity,
	})
}

/** Everything the administration page changes. Each call throws an ApiError if it is refused. */
export function useAdministration() {
	const cache = useQueryCache()

	function update(network: Network): void {
		// A pending answer may hold the old state.
		cache.cancelQueries({ key: NETWORK })
		cache.setQueryData(NETWORK, network)
		invalidateQueries(cache, { key: SETUP })
	}

	const change = useMutation({
		mutation: (body: Partial<NetworkSettings> & { was: Partial<NetworkSettings> }) => gateway.changeNetwork(body),
		onSuccess(network, { library }) {
			update(network)
			if (library !== undefined) {
				// Folders of a kit that had no place may have one now.
				invalidateQueries(cache, { key: KITS })
			}
		},
	})
	const set = useMutation({
		mutation: ({ uid, member }: { uid: string, member: boolean }) => gateway.setFacilitator(uid, member),
		onSuccess: update,
	})
	const write = useMutation({
		mutation: ({ text, version }: { text: string, version: number }) => gateway.writeCharter(text, version),
		onSuccess(network) {
			update(network)
			invalidateQueries(cache, { key: CHARTERS })
		},
	})
	const take = useMutation({
		mutation: ({ text, replace }: { text: string, replace: Replaceable[] }): Promise<KitRow[]> => gateway.takeKit(text, replace),
		onSettled() {
			invalidateQueries(cache, { key: NETWORK })
			invalidateQueries(cache, { key: CHARTERS })
			invalidateQueries(cache, { key: KITS })
		},
	})
	return {
		/** Changes settings, with their previous values. */
		change: change.mutateAsync,
		/** Adds a person to the facilitators’ group, or removes them. */
		setFacilitator: set.mutateAsync,
		/** Publishes a version of the charter. */
		writeCharter: write.mutateAsync,
		/** Adds what a kit has and the network does not. */
		takeKit: take.mutateAsync,
	}
}
